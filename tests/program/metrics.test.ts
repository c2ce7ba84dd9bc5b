import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { list } from '../../src/runtime/metrics/list.ts';
import { rightTo, sumsFolder } from '../crash/deck.ts';
import { discordTable } from '../crash/discord.ts';
import { hasten } from '../crash/hasten.ts';
import { openProgram } from '../crash/program.ts';
import { subjectOf } from '../crash/table.ts';
import { Time } from '../crash/time.ts';
import { Refusal } from '../servers/discord-refusal.ts';
import { freePort } from '../servers/free-port.ts';
import { scrape, total } from './exposition.ts';

/** What the program has shown in the course of a round: the most of each metric. */
const most = new Map<string, number>();
/** All samples of the last look. */
let samples: ReadonlyMap<string, number> = new Map();

const look = async (port: number) => {
  samples = await scrape(port);
  for (const { name } of Object.values(list))
    most.set(name, Math.max(most.get(name) ?? 0, total(samples, name)));
};

beforeAll(async () => {
  const time = new Time();
  time.flow(1);
  const table = await discordTable(time);
  const { discord } = table;
  const [port, dataDir] = [await freePort(), mkdtempSync(join(tmpdir(), 'metrics-'))];
  const env = {
    ...table.env,
    DATA_DIR: dataDir,
    KNOWLEDGE_DIR: sumsFolder(),
    PORT: '0',
    METRICS_PORT: String(port),
    LOG_LEVEL: 'silent',
  };
  const program = await openProgram(env, time);
  const until = <F>(what: () => F | undefined | false) => hasten(time, table, what);
  const sees = (kind: string) => until(() => table.posts().find((one) => subjectOf(one).kind === kind));

  // A round, in which Discord asks to wait once, and the connection is cut once.
  const ana = table.person('Ana');
  await discord.member('Ben').types('sums', { question: 'addition' });
  discord.failing.set(`POST /channels/${discord.channel.id}`, {
    refusal: new Refusal(429, 0, 'You are being rate limited.'),
    retryAfter: 300,
    times: 1,
  });
  await ana.starts(1, 10);
  await until(() => discord.failing.get(`POST /channels/${discord.channel.id}`)?.times === 0);
  time.skip(10_000);
  await look(port);
  await ana.clicks(await sees('opening'), 'Start now');
  const question = await sees('question');
  await ana.clicks(question, rightTo(question));
  discord.gateway.cut(4000);
  await sees('end');

  // Somebody asks for what is not there, and the database is damaged.
  await fetch(`${program.address}/nowhere`);
  const other = new DatabaseSync(join(dataDir, 'studyhall.db'));
  other.exec('drop table hidden');
  other.close();
  await discord.member('Cleo').types('quiz leaderboard');

  // A tip is due while Discord is away.
  await table.newChannel().turnsOn({ kind: 'tip', time: '09:00', timezone: 'UTC' });
  await look(port);
  await program.stop();
  discord.failing.set('GET /gateway/bot', { refusal: new Refusal(404, 0, 'away') });
  time.skip(24 * 60 * 60_000);
  const next = await openProgram(env, time);
  await look(port);
  await next.stop();
  await table.close();
}, 60_000);

describe('a round that is played moves', () => {
  test.each(Object.values(list))('$name', ({ name }) => {
    expect(most.get(name)).toBeGreaterThan(0);
  });
});

test('what is due while a platform is away is late', () => {
  const shown = Object.entries(Object.fromEntries(samples)).filter(([sample]) =>
    /tips|connected|ready/.test(sample),
  );
  expect(Object.fromEntries(shown)).toEqual({
    'studyhall_tips_due{platform="discord"}': 1,
    'studyhall_tips_late{platform="discord"}': 1,
    'studyhall_connected{platform="discord"}': 0,
    studyhall_ready: 0,
  });
});
