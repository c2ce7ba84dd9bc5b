import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/chat/command.ts';
import { StoreError, UserError } from '../../src/chat/errors.ts';
import type { Event, Input } from '../../src/chat/event.ts';
import { plain, text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { SendError } from '../../src/chat/port.ts';
import { privately, publicly } from '../../src/chat/reply.ts';
import { openDesk } from '../../src/runtime/desk.ts';

const words = (sentence: string): Message => [{ kind: 'text', text: text(sentence) }];
const shown = (message: Message) =>
  message.map((part) => (part.kind === 'text' ? plain(part.text) : '')).join('');

const eventOf = (input: Input): Event => {
  const actor = { id: 'u-ana', name: 'Ana' };
  const place = { id: 'c1', direct: false };
  return { id: 'e1', platform: 'slack', manner: 'quiet', actor, place, at: 0, input };
};

function open() {
  const lines: Record<string, unknown>[] = [];
  const write = (fields: object, sentence: string) => void lines.push({ ...fields, sentence });
  const seen: object[] = [];
  const acknowledged: unknown[] = [];
  let ms = 0;
  const command = defineCommand({
    name: 'aws',
    summary: 'Test',
    options: {
      question: {
        type: 'text',
        summary: 'What',
        rest: true,
        suggest: (typed) => [{ label: typed, value: typed }],
      },
    },
    run: ({ question }) => {
      if (question === 'bug') throw new TypeError('a bug with a secret thought');
      if (question === 'slow') return { ...publicly([], 'slow'), message: Promise.resolve(words('done')) };
      if (question === 'late bug')
        return { ...publicly([], 'slow'), message: Promise.reject(new TypeError('a bug')) };
      if (question === 'no store')
        return { ...publicly([], 'slow'), message: Promise.reject(new StoreError('It is away.')) };
      if (question === 'no platform') throw new SendError({ kind: 'unknown' }, 'GET /channels/1: HTTP 500');
      if (question === 'late no')
        return { ...publicly([], 'slow'), message: Promise.reject(new UserError('Not now.')) };
      return privately(words(`you said ${question}`), 'exact');
    },
    actions: { show: () => privately([], 'show') },
    menu: { label: 'Look', run: () => privately([], 'none') },
  });
  const desk = openDesk({
    commands: () => [command],
    onChange: () => {},
    log: { info: write, warn: write, error: write },
    metrics: {
      answered: (answered) => seen.push(answered),
      acknowledged: (platform, command, ms) => acknowledged.push([platform, command, Math.round(ms)]),
    },
    elapsed: () => (ms += 1.26),
  });
  const ask = (input: Input) => {
    const reply = desk.handle(eventOf(input));
    if (reply.kind === 'form') throw new Error('a form');
    return reply;
  };
  return {
    desk,
    lines,
    seen,
    acknowledged,
    ask,
    says: (question: string) => ask({ kind: 'line', command: 'aws', text: question }),
  };
}

describe('the desk', () => {
  test('writes one line an event, and never what was said or by whom', () => {
    const { lines, seen, says } = open();
    says('my private question');
    expect(seen).toEqual([{ platform: 'slack', command: 'aws', verdict: 'exact', ms: 1.3 }]);
    expect(lines).toEqual([
      { platform: 'slack', event: 'e1', command: 'aws', verdict: 'exact', ms: 1.3, sentence: 'answered' },
    ]);
  });

  test('writes the line of a slow answer when it is there', async () => {
    const { lines, says } = open();
    const reply = says('slow');
    expect(lines).toEqual([]);
    expect(shown(await reply.message)).toBe('done');
    expect(lines).toMatchObject([{ verdict: 'slow' }]);
  });

  test('turns a bug into a private sentence with a reference that the log has too', async () => {
    const { lines, says } = open();
    const reply = says('bug');
    const sentence = 'Something went wrong on my side. Please try again; if it stays, tell my host: e1.';
    expect(reply.visibility).toBe('private');
    expect(shown(await reply.message)).toBe(sentence);
    expect(lines).toMatchObject([{ event: 'e1', sentence: 'A handler failed.' }, { verdict: 'failed' }]);
    await expect(says('late bug').message).rejects.toThrow(new UserError(sentence));
  });

  test('tells who meets a store or a platform that is away the same reference as the log', async () => {
    const { lines, says } = open();
    await expect(says('no store').message).rejects.toThrow(
      /^My memory does not answer just now\..* tell my host: e1\.$/,
    );
    expect(shown(await says('no platform').message)).toMatch(
      /^I could not find out what may be done here\..* tell my host: e1\.$/,
    );
    const told = lines.filter(({ sentence }) => sentence === 'An event could not be answered.');
    expect(told).toMatchObject([
      { event: 'e1', reason: 'It is away.' },
      { event: 'e1', reason: 'GET /channels/1: HTTP 500' },
    ]);
  });

  test('times how long an event waits for its first answer, by command', () => {
    const { desk, acknowledged } = open();
    const taken = desk.arrived();
    taken(eventOf({ kind: 'line', command: 'aws', text: 'private words' }));
    desk.arrived()(eventOf({ kind: 'action', action: 'forged:x', values: [] }));
    expect(acknowledged).toEqual([
      ['slack', 'aws', 1],
      ['slack', 'unknown', 1],
    ]);
  });

  test('passes on what a member is told later, and logs it as a refusal', async () => {
    const { lines, says } = open();
    await expect(says('late no').message).rejects.toThrow(new UserError('Not now.'));
    expect(lines).toMatchObject([{ verdict: 'refused' }]);
  });

  test('names an event by command and verb, and gives what nobody could have clicked one name', () => {
    const { lines, ask } = open();
    ask({ kind: 'action', action: 'aws:show:shield', values: ['x'] });
    ask({ kind: 'action', action: 'aws:forged', values: [] });
    ask({ kind: 'action', action: 'forged:x', values: [] });
    ask({ kind: 'menu', menu: 'aws', text: 'private words' });
    ask({ kind: 'command', command: 'aws compare', options: {} });
    ask({ kind: 'command', command: 'forged compare', options: {} });
    expect(lines.map(({ command }) => command)).toEqual([
      'aws:show',
      'aws',
      'unknown',
      'menu:aws',
      'aws',
      'unknown',
    ]);
  });

  test('refuses what is too much with one private sentence, and counts it', async () => {
    const { seen, says } = open();
    const replies = Array.from({ length: 50 }, () => says('more'));
    const refused = replies.filter(({ verdict }) => verdict === 'limited');
    expect(refused).toHaveLength(20);
    for (const { visibility, message } of refused) {
      expect(visibility).toBe('private');
      expect(shown(await message)).toBe('That was a lot at once. Please wait a few seconds.');
    }
    expect(seen.filter((one) => 'verdict' in one && one.verdict === 'limited')).toHaveLength(20);
  });

  test('answers twenty equal clicks at once like any other', () => {
    const { ask } = open();
    const clicks = Array.from({ length: 20 }, () =>
      ask({ kind: 'action', action: 'aws:show:x', values: [] }),
    );
    expect(clicks.map(({ verdict }) => verdict)).toEqual(clicks.map(() => 'show'));
  });

  test('offers nothing to who types faster than anybody can, and counts that', () => {
    const { desk, seen } = open();
    const ana = { platform: 'discord', member: 'u-ana' } as const;
    const offered = Array.from({ length: 100 }, () => desk.suggest('aws', 'question', 'x', ana).length);
    expect(offered.slice(0, 60)).toEqual(Array(60).fill(1));
    expect(offered.slice(60)).toEqual(Array(40).fill(0));
    expect(seen).toContainEqual({ platform: 'discord', command: 'suggest', verdict: 'limited', ms: 0 });
  });
});
