import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Refusal } from '../../servers/discord-refusal.ts';
import { rightTo } from '../deck.ts';
import { discordTable } from '../discord.ts';
import { group } from '../faults/group.ts';
import { slackTable } from '../slack.ts';
import { type Channel, type Post, subjectOf, type Table } from '../table.ts';
import type { Time } from '../time.ts';

const MINUTE = 60_000;
const SECONDS = 120;
/** Milliseconds by the machine's clock in which what is not held back comes. */
const SOON = 3000;

/** Two channels whose openings are out. Time goes as the machine's, which discord.js goes by, and a minute can be over at once for both. */
async function twoRounds<T extends Table>(open: (time: Time) => Promise<T>) {
  let ahead = 0;
  const now = () => Math.floor(performance.timeOrigin + performance.now()) + ahead;
  const spy = vi.spyOn(Date, 'now').mockImplementation(now);
  onTestFinished(() => spy.mockRestore());
  const { table } = await group(open);
  const start = async (channel: Channel) => {
    const host = channel.person('Ana');
    await host.starts(1, SECONDS);
    const opening = await comes(channel, 'opening');
    return { channel, host, begins: () => host.clicks(opening, 'Start now') };
  };
  return {
    table,
    one: await start(table.newChannel()),
    other: await start(table.newChannel()),
    aMinuteLater() {
      ahead += MINUTE;
    },
  };
}

/** What comes without anything being hastened. */
async function comes(channel: Channel, kind: string): Promise<Post> {
  for (const last = performance.now() + SOON; performance.now() < last; await pause(10)) {
    const found = channel.posts().find((post) => subjectOf(post).kind === kind);
    if (found) return found;
  }
  throw new Error(`No ${kind} came: ${channel.posts().map(({ text }) => text)}`);
}

/** While the one channel has to wait for a minute, the other goes on, and nobody asks the platform about the one before it is over. */
async function otherGoesOn(
  { one, other, aMinuteLater }: Awaited<ReturnType<typeof twoRounds>>,
  tries: () => number,
): Promise<void> {
  const before = tries();
  await one.begins();
  while (tries() === before) await pause(10);
  await other.begins();
  const question = await comes(other.channel, 'question');
  expect(await other.host.clicks(question, rightTo(question))).toMatch(/^Recorded: /);
  await pause(1000);
  expect(tries()).toBe(before + 1);
  aMinuteLater();
  await comes(one.channel, 'question');
  expect(tries()).toBe(before + 2);
}

const limited = new Refusal(429, 0, 'You are being rate limited.');

test('where Discord asks to wait for a minute in one channel, others go on, and it is not asked before', async () => {
  const rounds = await twoRounds(discordTable);
  const { discord } = rounds.table;
  const path = `POST /channels/${rounds.one.channel.place.slice('discord:'.length)}/`;
  const tries = () =>
    discord.requests.filter(({ method, path: to }) => `${method} ${to}`.startsWith(path)).length;
  discord.failing.set(path, { refusal: limited, retryAfter: 60, times: 1 });
  await otherGoesOn(rounds, tries);
});

test('where Discord asks to wait for a minute everywhere, nothing more is posted, and members are answered', async () => {
  const { table, one, other, aMinuteLater } = await twoRounds(discordTable);
  const { discord } = table;
  const posts = () => discord.requests.filter(({ path }) => path.startsWith('/channels/'));
  discord.failing.set('POST /channels/', { refusal: limited, retryAfter: 60, global: true, times: 1 });
  const before = posts().length;
  await one.begins();
  await pause(500);
  expect(await other.begins()).toMatch(/first question/);
  await pause(1500);
  expect(posts()).toHaveLength(before + 1);
  aMinuteLater();
  await comes(one.channel, 'question');
  await comes(other.channel, 'question');
  expect(posts()).toHaveLength(before + 3);
});

test('where Slack asks to wait for a minute in one channel, others go on, and it is not asked before', async () => {
  const rounds = await twoRounds((time) => slackTable(time, { history: true }));
  const { slack } = rounds.table;
  const id = rounds.one.channel.place.slice('slack:'.length);
  const tries = () =>
    slack.calls.filter(({ method, args }) => method === 'chat.postMessage' && args.channel === id).length;
  slack.breaks('chat.postMessage', { kind: 'limited', seconds: 60 });
  await otherGoesOn(rounds, tries);
});
