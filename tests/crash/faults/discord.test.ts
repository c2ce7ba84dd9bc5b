import { describe, expect, test } from 'vitest';
import type { Failing } from '../../servers/discord-faults.ts';
import { Refusal } from '../../servers/discord-refusal.ts';
import { discordTable } from '../discord.ts';
import { group, SECONDS } from './group.ts';

async function study() {
  const all = await group(discordTable);
  const { discord } = all.table;
  const posts = `POST /channels/${discord.channel.id}`;
  const edits = `PATCH /channels/${discord.channel.id}`;
  return { ...all, discord, posts, edits };
}

const limited = new Refusal(429, 0, 'You are being rate limited.');
const broken = new Refusal(503, 0, 'Service unavailable');
const forbidden = new Refusal(403, 50001, 'Missing Access');
const recorded = [expect.stringMatching(/^Recorded: /), expect.stringMatching(/^Recorded: /)];

describe('everything is there once, in its order, after', () => {
  test.each<[string, Failing]>([
    ['a limit with a time to wait', { refusal: limited, retryAfter: 0.5 }],
    ['a limit over all routes', { refusal: limited, retryAfter: 0.2, global: true }],
    ['a failure of Discord’s', { refusal: broken }],
    ['a failure of Discord’s that comes after the effect', { refusal: broken, effect: true }],
    ['a connection that is cut before the effect', {}],
    ['a connection that is cut after the effect', { effect: true }],
  ])('%s, at each post and edit', async (_, failing) => {
    const { discord, posts, edits, ana, kinds, sees, answer, until } = await study();
    const next = (path: string) => discord.failing.set(path, { ...failing, times: 1 });
    next(posts);
    await ana.starts(1, SECONDS);
    const opening = await sees('opening');
    next(posts);
    await ana.clicks(opening, 'Start now');
    const question = await sees('question');
    expect(await answer(question)).toEqual(recorded);
    next(posts);
    next(edits);
    const reveal = await sees('reveal');
    expect(reveal.replyTo).toBe(question.id);
    next(posts);
    await sees('end');
    expect(kinds()).toEqual(['opening', 'question', 'reveal', 'end']);
    await until(() => [...discord.failing.values()].every(({ times }) => times === 0));
  });
});

test('a round that may no longer post pauses, tells its host, and goes on when it may again', async () => {
  const { discord, begins, sees, answer, ana, until, kinds } = await study();
  await begins(2);
  const question = await sees('question');
  expect(await answer(question)).toEqual(recorded);
  discord.channel.may.delete('SendMessages');
  await until(() => ana.letters()[0]);
  expect(ana.letters()).toEqual([
    expect.stringMatching(/I can no longer post .* so it is paused.*\/quiz resume/),
  ]);
  expect(await ana.clicks(question, '').then(() => kinds())).toEqual(['opening', 'question']);
  discord.channel.may.add('SendMessages');
  expect(await ana.orders('resume')).toBe('On we go.');
  expect((await sees('reveal')).text).toMatch(/2 of 2 were right/);
  await answer(await sees('question', 2));
  expect((await sees('end')).text).toMatch(/Ana\**: 2 right/);
});

test('a round that may no longer post can be stopped', async () => {
  const { discord, begins, sees, answer, ana, until } = await study();
  await begins();
  await answer(await sees('question'));
  discord.channel.may.delete('SendMessages');
  await until(() => ana.letters()[0]);
  expect(await ana.orders('stop')).toBe('The round is over.');
  discord.channel.may.add('SendMessages');
  expect(await ana.starts(1, SECONDS)).toMatch(/Your round on .* starts here/);
});

test('a question that somebody deletes is revealed all the same', async () => {
  const { discord, begins, sees, answer, kinds } = await study();
  await begins();
  const question = await sees('question');
  expect(await answer(question)).toEqual(recorded);
  for (const { posted } of discord.member('Eve').sees()) if (posted.id === question.id) posted.deleted = true;
  const reveal = await sees('reveal');
  expect(reveal).toMatchObject({ replyTo: undefined, text: expect.stringMatching(/2 of 2 were right/) });
  await sees('end');
  expect(kinds()).toEqual(['opening', 'reveal', 'end']);
});

test('where a channel is deleted, the host is told, and the next round is another channel’s', async () => {
  const { discord, begins, sees, answer, ana, until } = await study();
  await begins();
  await answer(await sees('question'));
  discord.channel.delete();
  await until(() => ana.letters()[0]);
  expect(ana.letters()).toEqual([expect.stringMatching(/I can no longer post/)]);
  const elsewhere = discord.member('Ben').in(discord.newChannel());
  expect((await elsewhere.types('quiz start', { questions: 1 })).text).toMatch(/starts here/);
});

test('where a question can no longer be edited, its reveal comes all the same', async () => {
  const { discord, edits, begins, sees, answer, kinds } = await study();
  await begins();
  const question = await sees('question');
  expect(await answer(question)).toEqual(recorded);
  discord.failing.set(edits, { refusal: forbidden });
  await sees('end');
  expect(kinds()).toEqual(['opening', 'question', 'reveal', 'end']);
  expect(await answer(question)).toEqual(
    Array(2).fill('That round is over. Type /quiz start to begin another.'),
  );
});

test('where there were too many edits of old messages, the reveal comes when Discord takes edits again', async () => {
  const { discord, edits, begins, sees, answer, kinds, until } = await study();
  await begins();
  await answer(await sees('question'));
  discord.channel.editsClosed = true;
  await until(() => discord.requests.some(({ method, path }) => `${method} ${path}`.startsWith(edits)));
  discord.channel.editsClosed = false;
  await sees('end');
  expect(kinds()).toEqual(['opening', 'question', 'reveal', 'end']);
});

test('a click while the gateway is away is answered once it is back', async () => {
  const { discord, begins, sees, answer, kinds } = await study();
  await begins();
  const question = await sees('question');
  discord.gateway.cut(4000);
  expect(await answer(question)).toEqual(recorded);
  expect(discord.gateway.received.map(({ op }) => op)).toContain(6);
  expect((await sees('reveal')).text).toMatch(/2 of 2 were right/);
  await sees('end');
  expect(kinds()).toEqual(['opening', 'question', 'reveal', 'end']);
});

test('what is under way while the program stands still is not sent a second time', async () => {
  const { discord, posts, time, begins, sees, kinds, until } = await study();
  const isQuestion = ({ method, path, body }: (typeof discord.requests)[number]) =>
    `${method} ${path}`.startsWith(posts) && JSON.stringify(body).includes('How much is');
  const held = Promise.withResolvers<undefined>();
  discord.hooks.before = (request) => (isQuestion(request) ? held.promise : undefined);
  await begins();
  await until(() => discord.requests.some(isQuestion));
  for (const _ of [1, 2, 3]) {
    time.skip(10_000);
    const later = time.now() + 1500;
    await until(() => time.now() > later);
  }
  held.resolve(undefined);
  await sees('question');
  expect(discord.requests.filter(isQuestion)).toHaveLength(1);
  expect(kinds()).toEqual(['opening', 'question']);
});
