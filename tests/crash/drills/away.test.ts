import { describe, expect, test } from 'vitest';
import { Refusal } from '../../servers/discord-refusal.ts';
import { rightTo } from '../deck.ts';
import { discordTable } from '../discord.ts';
import { group, SECONDS } from '../faults/group.ts';
import { slackTable } from '../slack.ts';
import { type Channel, subjectOf, type Table } from '../table.ts';
import type { Time } from '../time.ts';

const ROUNDS = 20;
/** Milliseconds that the API is away. */
const AWAY = 5 * 60_000;

/** How the API goes away, and comes back. */
interface Outage<T> {
  begin(table: T): void;
  end(table: T): void | Promise<void>;
}

type Discord = Awaited<ReturnType<typeof discordTable>>;
type Slack = Awaited<ReturnType<typeof slackTable>>;
const slackWithHistory = (time: Time) => slackTable(time, { history: true });

const onDiscord: [string, Outage<Discord>][] = [
  [
    'answers 503',
    {
      begin: ({ discord }) => void discord.failing.set('', { refusal: new Refusal(503, 0, 'Unavailable') }),
      end: ({ discord }) => discord.failing.clear(),
    },
  ],
  [
    'answers 502 to what it has done',
    {
      begin: ({ discord }) =>
        void discord.failing.set('', { refusal: new Refusal(502, 0, 'Bad gateway'), effect: true }),
      end: ({ discord }) => discord.failing.clear(),
    },
  ],
  [
    'takes no connection',
    { begin: ({ discord }) => discord.api.shut(), end: ({ discord }) => discord.api.reopen() },
  ],
];
const onSlack: [string, Outage<Slack>][] = [
  [
    'answers 503',
    {
      begin: ({ slack }) => slack.breaksDown({ kind: 'broken', status: 503 }),
      end: ({ slack }) => slack.breaksDown(undefined),
    },
  ],
  ['takes no connection', { begin: ({ slack }) => slack.shut(), end: ({ slack }) => slack.reopen() }],
];

/** How many messages there are: on Discord each has a nonce of its own, however often it was tried. */
function onceOnDiscord({ discord }: Discord): number {
  const nonces = discord.requests.flatMap(
    ({ body }) => /"nonce":"[^"]+"/.exec(JSON.stringify(body) ?? '') ?? [],
  );
  return new Set(nonces).size;
}

/** On Slack each has metadata of its own; what answers a member has none. */
function onceOnSlack({ slack }: Slack): number {
  const all = slack.world.shown.map(({ metadata = {} }) => JSON.stringify(metadata));
  return new Set(all.filter((one) => one !== '{}')).size;
}

describe('the API is away for five minutes in the middle of twenty rounds, which go on in order:', () => {
  test.each(onDiscord)('Discord %s', async (_, outage) => {
    const { table, posts } = await drill(discordTable, outage);
    expect(posts).toBe(onceOnDiscord(table));
  });
  test.each(onSlack)('Slack %s', async (_, outage) => {
    const { table, posts } = await drill(slackWithHistory, outage);
    expect(posts).toBe(onceOnSlack(table));
  });
});

/**
 * Half of the rounds wait for their question when the API goes, which nobody answers then; the others for its end. A question whose
 * time ran out before anybody knew that it was there is asked again.
 */
async function drill<T extends Table>(open: (time: Time) => Promise<T>, outage: Outage<T>) {
  const { table, time, until } = await group(open);
  const channels = Array.from({ length: ROUNDS }, () => table.newChannel());
  const hosts = channels.map((channel) => channel.person('Ana'));
  const post = (channel: Channel, kind: string) =>
    channel.posts().find((one) => subjectOf(one).kind === kind);
  const all = (kind: string, some = channels) =>
    until(() => {
      const posts = some.map((channel) => post(channel, kind));
      return posts.every((one) => one !== undefined) && posts;
    });
  const early = channels.slice(0, ROUNDS / 2);

  await Promise.all(hosts.map((host) => host.starts(1, SECONDS)));
  const openings = await all('opening');
  await Promise.all(early.map((_, index) => hosts[index]?.clicks(openings[index] ?? never(), 'Start now')));
  const questions = await all('question', early);
  for (const [index, question] of questions.entries())
    expect(await hosts[index]?.clicks(question, rightTo(question))).toMatch(/^Recorded: /);
  outage.begin(table);
  const began = time.now();
  await until(() => time.now() > began + AWAY);
  await outage.end(table);

  await all('end');
  for (const [index, channel] of channels.entries()) {
    const posts = channel.posts();
    const kinds = posts.map((one) => subjectOf(one).kind);
    expect(kinds.join(' ')).toMatch(/^opening question( question)? reveal end$/);
    expect(post(channel, 'reveal')?.text).toMatch(index < early.length ? /1 of 1 was right/ : /Nobody/i);
    expect(posts.filter((one) => subjectOf(one).kind === 'question' && one.controls.length > 0)).toEqual([]);
  }
  return { table, posts: channels.flatMap((channel) => channel.posts()).length };
}

function never(): never {
  throw new Error('It was there a moment ago.');
}
