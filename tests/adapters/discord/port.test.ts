import { describe, expect, test } from 'vitest';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { hosted } from './hosting.ts';
import { closed, question } from './round-commands.ts';
import { say } from './study-commands.ts';

/** So long that it takes three messages, with the controls of a question in the last one. */
const long: Message = [
  {
    kind: 'facts',
    items: Array.from({ length: 25 }, (_, at) => text(`Fact ${at} ${'is told '.repeat(25)}`)),
  },
  ...question,
];

/** A bot, Ana who reads along, and a clock of Discord's. */
async function posting() {
  const clock = { now: Date.UTC(2026, 10, 22, 12) };
  const all = await hosted({ now: () => clock.now });
  const { discord, adapter } = all;
  return { ...all, clock, port: adapter.port, place: discord.channel.id, ana: discord.member('Ana') };
}

describe('a post', () => {
  test('is seen by everyone, and mentions nobody', async () => {
    const { port, place, ana, discord, clock } = await posting();
    const posted = await port.post({ place, message: question, key: 'q1' });
    expect(ana.sees()).toMatchObject([
      {
        text: 'Which one filters web requests?',
        private: false,
        controls: ['A  AWS WAF', 'B  AWS Shield', 'Report this question'],
        posted: { id: posted.id },
      },
    ]);
    expect(posted.at).toBe(clock.now);
    expect(discord.requests.at(-1)?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      nonce: 'q1-0',
      enforce_nonce: true,
    });
  });

  test('is there once, however often it is tried within two minutes', async () => {
    const { port, place, ana, clock } = await posting();
    const first = await port.post({ place, message: question, key: 'q1' });
    clock.now += port.idempotentFor;
    expect(await port.post({ place, message: question, key: 'q1' })).toEqual(first);
    expect(ana.sees()).toHaveLength(1);
    await port.post({ place, message: question, key: 'q2' });
    expect(ana.sees()).toHaveLength(2);
  });

  test('answers another, and comes all the same where that is gone', async () => {
    const { port, place, ana } = await posting();
    const { id } = await port.post({ place, message: question, key: 'q1' });
    await port.post({ place, message: say('It was A'), key: 'r1', replyTo: id });
    expect(ana.sees()[1]).toMatchObject({ text: 'It was A', replyTo: id });
    const [asked] = ana.sees();
    if (asked) asked.posted.deleted = true;
    await port.post({ place, message: say('It was B'), key: 'r2', replyTo: id });
    expect(ana.sees()[1]).toMatchObject({ text: 'It was B', replyTo: undefined });
  });

  test('wakes an archived thread', async () => {
    const { port, discord } = await posting();
    const thread = discord.newChannel('thread');
    thread.archive();
    await port.post({ place: thread.id, message: question, key: 'q1' });
    expect(thread.archived).toBe(false);
  });

  test('that is long is several, in order, and none of its text stands in embeds, which need a permission', async () => {
    const { port, place, ana, discord } = await posting();
    const { id } = await port.post({ place, message: long, key: 'q1', replyTo: '1' });
    const sent = ana.sees();
    expect(id).toBe(sent.map(({ posted }) => posted.id).join('+'));
    expect(sent.map(({ controls }) => controls.length)).toEqual([0, 0, 3]);
    const told = sent.flatMap((seen) => [...seen.text.matchAll(/Fact (\d+)/g)].map(([, at]) => Number(at)));
    expect(told).toEqual([...Array(25).keys()]);
    const bodies = discord.requests.slice(-3).map(({ body }) => body);
    expect(bodies).toMatchObject(['q1-0', 'q1-1', 'q1-2'].map((nonce) => ({ nonce, embeds: [] })));
  });

  test('has an address', async () => {
    const { port, ana, chat } = await posting();
    await ana.types('aws');
    await ana.alone.types('aws');
    const links = chat.events.map((event) => port.linkTo(event, '12+13'));
    expect(links).toEqual([
      'https://discord.com/channels/200/300/12',
      `https://discord.com/channels/@me/${ana.alone.place.id}/12`,
    ]);
  });
});

describe('an edit', () => {
  test('leaves nothing of what was there', async () => {
    const { port, place, ana } = await posting();
    const { id } = await port.post({ place, message: question, key: 'q1' });
    await port.edit(place, id, closed);
    expect(ana.sees()).toMatchObject([{ text: 'Which one filters web requests?', controls: [] }]);
  });

  test('of several messages to fewer leaves no controls behind, also when it is tried twice', async () => {
    const { port, place, ana } = await posting();
    const { id } = await port.post({ place, message: long, key: 'q1' });
    for (const _ of ['once', 'twice']) {
      await port.edit(place, id, say('It is over'));
      expect(ana.sees()).toMatchObject([{ text: 'It is over', controls: [] }]);
    }
  });

  test('to more messages than there are is refused', async () => {
    const { port, place } = await posting();
    const { id } = await port.post({ place, message: question, key: 'q1' });
    await expect(port.edit(place, id, long)).rejects.toMatchObject({ failure: { kind: 'refused' } });
  });
});

describe('a direct message', () => {
  test('is read by one member alone, with a file to keep', async () => {
    const { port, ana, discord } = await posting();
    const file = { kind: 'file' as const, name: 'studyhall.json', content: '{"answers":[]}' };
    const posted = await port.direct(ana.id, [...say('All that is kept of you'), file], 'd1');
    expect(ana.alone.sees()).toMatchObject([
      { text: 'All that is kept of you', files: [{ name: 'studyhall.json', content: '{"answers":[]}' }] },
    ]);
    expect(discord.member('Ben').alone.sees()).toEqual([]);
    expect(await port.direct(ana.id, say('All that is kept of you'), 'd1')).toEqual(posted);
  });

  test('is refused by a member who takes none', async () => {
    const { port, ana } = await posting();
    ana.alone.place.closed = true;
    await expect(port.direct(ana.id, say('Hello'), 'd1')).rejects.toMatchObject({
      failure: { kind: 'refused' },
    });
  });
});

describe('looking for a post of which nobody knows', () => {
  const asked = (place: string) => ({ place, message: question, key: 'q1' });

  test('finds it among all that was said since', async () => {
    const { port, place, ana, clock } = await posting();
    ana.says('Shall we begin?');
    const since = clock.now;
    const posted = await port.post(asked(place));
    for (let count = 0; count < 150; count++) {
      clock.now += 100;
      ana.says(`That is ${count}`);
    }
    expect(await port.find(asked(place), since)).toEqual(posted);
  });

  test('takes no other message for it: an older one, one of other words or controls, one that a member copied', async () => {
    const { port, place, ana, clock } = await posting();
    await port.post(asked(place));
    clock.now += 60_000;
    const since = clock.now;
    await port.post({ place, message: closed, key: 'c1' });
    await port.post({ place, message: [...say('And?'), ...question.slice(1)], key: 'o1' });
    ana.says('Which one filters web requests?');
    expect(await port.find(asked(place), since)).toBe('absent');
  });

  test('knows it with other moments, which move from try to try', async () => {
    const { port, place, clock } = await posting();
    const until = (at: number): Message => [
      { kind: 'text', text: [...text('Until '), { kind: 'time', at }] },
    ];
    const posted = await port.post({ place, message: until(clock.now + 60_000), key: 'q1' });
    const again = { place, message: until(clock.now + 65_000), key: 'q1' };
    expect(await port.find(again, clock.now)).toEqual(posted);
  });

  test('finds all of a long one; of one that was only begun it takes the beginning back', async () => {
    const { port, place, ana, clock, discord } = await posting();
    ana.says('Hello');
    const posting3 = { place, message: long, key: 'q1' };
    const posted = await port.post(posting3);
    expect(await port.find(posting3, clock.now)).toEqual(posted);
    discord.channel.may.add('ManageMessages');
    const last = ana.sees().at(-1)?.posted;
    if (last) last.deleted = true;
    expect(await port.find(posting3, clock.now)).toBe('absent');
    expect(ana.sees().map((seen) => seen.text)).toEqual(['Hello']);
  });

  test('knows that nothing was taken where nothing was ever said', async () => {
    const { port, place, clock } = await posting();
    expect(await port.find(asked(place), clock.now)).toBe('absent');
  });

  test('cannot know where the history is not shown, or too much was said since', async () => {
    const { port, place, ana, clock, discord } = await posting();
    await port.post(asked(place));
    for (let count = 0; count < 1000; count++) ana.says(`That is ${count}`);
    expect(await port.find(asked(place), clock.now)).toBe('unknowable');
    discord.channel.may.delete('ReadMessageHistory');
    expect(await port.find(asked(place), clock.now)).toBe('unknowable');
  });
});
