import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/chat/command.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event, Input } from '../../src/chat/event.ts';
import { plain, text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, publicly } from '../../src/chat/reply.ts';
import { openDesk } from '../../src/runtime/desk.ts';

const words = (sentence: string): Message => [{ kind: 'text', text: text(sentence) }];
const shown = (message: Message) =>
  message.map((part) => (part.kind === 'text' ? plain(part.text) : '')).join('');

function open() {
  const lines: Record<string, unknown>[] = [];
  const write = (fields: object, sentence: string) => void lines.push({ ...fields, sentence });
  const seen: object[] = [];
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
    observe: (answered) => seen.push(answered),
    elapsed: () => (ms += 1.26),
  });
  const ask = (input: Input) => {
    const actor = { id: 'u-ana', name: 'Ana' };
    const place = { id: 'c1', direct: false };
    const event: Event = { id: 'e1', platform: 'slack', manner: 'quiet', actor, place, at: 0, input };
    const reply = desk.handle(event);
    if (reply.kind === 'form') throw new Error('a form');
    return reply;
  };
  return {
    desk,
    lines,
    seen,
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
    expect(lines.map(({ command }) => command)).toEqual(['aws:show', 'aws', 'unknown', 'menu:aws']);
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
