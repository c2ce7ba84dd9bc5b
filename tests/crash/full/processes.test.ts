import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startSmall as start } from '../../program/start.ts';
import { discordHere, slackHere } from '../../servers/here.ts';
import { postgresDatabase } from '../../store/databases.ts';
import { startPostgres, type TestPostgres } from '../../store/postgres.ts';
import { tipsDue } from '../due.ts';

/** Milliseconds. */
const LONG = 60_000;
const SECOND = 1000;

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, LONG);
afterAll(() => server?.stop());

/** A Discord and a database of a test's own, and what a process that shares them is told. */
async function house() {
  const { discord, env: told } = await discordHere();
  const database = await postgresDatabase(server.url);
  onTestFinished(database.remove);
  const env = (part: string) => ({ ...told, DISCORD_SHARDS: part, DATABASE_URL: database.url });
  return { discord, database, env };
}

const connected = /Discord: connected as/;
const refused = /Another process on this database already runs Discord with DISCORD_SHARDS=(\S+)\. ([^"]*)/;

describe('two processes on one PostgreSQL', { timeout: LONG }, () => {
  test.each([
    {
      first: 'auto',
      second: 'auto',
      advice:
        'Give each process its own part: DISCORD_SHARDS=0,1/4 in one, DISCORD_SHARDS=2,3/4 in the next.',
    },
    {
      first: '0,1/4',
      second: '1,2/4',
      advice: 'Give this one shards that no other has: DISCORD_SHARDS=2,3/4.',
    },
  ])(
    'with the shards $first and $second: the second says what to do, and the first goes on',
    async (parts) => {
      const { discord, env } = await house();
      await start(env(parts.first)).prints(connected);
      const second = start(env(parts.second));
      const [, part, advice] = await second.prints(refused);
      expect([part, advice]).toEqual([parts.first, expect.stringContaining(parts.advice)]);
      expect(second.printed()).not.toMatch(connected);
      const answer = await discord.member('Ana').types('sums', { question: 'adition' });
      expect(answer.text).toMatch(/^## Addition\n/);
    },
  );

  test('that start at the same instant: exactly one of them serves Discord', async () => {
    const { env } = await house();
    const both = [start(env('auto')), start(env('auto'))];
    const outcomes = await Promise.all(
      both.map(async ({ prints }) => (await prints(/Discord: connected as|already runs Discord/))[0]),
    );
    expect(outcomes.sort()).toEqual(['Discord: connected as', 'already runs Discord']);
  });

  test('whose parts go together serve both', async () => {
    const { env } = await house();
    await Promise.all(['0/2', '1/2'].map((part) => start(env(part)).prints(connected)));
  });

  test('a process that was killed holds its own restart up for five seconds at most, one that was stopped not at all', async () => {
    const { env } = await house();
    const first = start(env('auto'));
    await first.prints(connected);
    first.child.kill('SIGKILL');
    await first.ended;
    const restarted = performance.now();
    const second = start(env('auto'));
    await second.prints(connected);
    expect(performance.now() - restarted).toBeLessThan(9 * SECOND);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    const stopped = performance.now();
    await start(env('auto')).prints(connected);
    expect(performance.now() - stopped).toBeLessThan(5 * SECOND);
  });

  test('answer what Slack delivers to both of them once', async () => {
    const { slack, env } = await slackHere();
    const { database } = await house();
    const told = { ...env, DATABASE_URL: database.url };
    const both = [start(told), start(told)];
    await Promise.all(both.map(({ prints }) => prints(/Slack: connected as/)));
    const ana = slack.member('Ana');
    const { bot, team } = slack.world;
    const say = (id: string) => ({
      type: 'event_callback',
      team_id: team,
      event_id: id,
      event_time: 1,
      event: { type: 'app_mention', text: `<@${bot}> sums addition`, channel: 'C1', user: ana.id, ts: '1.2' },
    });
    // The connections take turns.
    for (const id of ['Ev1', 'Ev1', 'Ev2', 'Ev2']) await slack.socket.deliver('events_api', say(id));
    const answers = () => slack.calls.filter(({ method }) => method.startsWith('chat.post')).length;
    await expect.poll(answers, { timeout: 5 * SECOND }).toBe(2);
    // Whatever was still to come of the others is there before this one.
    await slack.socket.deliver('events_api', say('Ev3'));
    await expect.poll(answers, { timeout: 5 * SECOND }).toBeGreaterThan(2);
    expect(answers()).toBe(3);
    expect(both.flatMap(({ printed }) => printed().match(/"verdict"/g) ?? [])).toHaveLength(3);
  });
});

describe('the requests of a second', { timeout: LONG }, () => {
  const TIPS = 300;

  test.each([{ parts: ['auto'] }, { parts: ['0/2', '1/2'] }])(
    'of the processes $parts are never more than Discord takes of one bot',
    async ({ parts }) => {
      const { discord, database, env } = await house();
      const channels = Array.from({ length: TIPS }, () => discord.newChannel().id);
      await tipsDue(database.url, channels);
      const passed: number[] = [];
      const posts: number[] = [];
      discord.hooks.before = ({ method, path }) => {
        const now = performance.now();
        if (!/^\/(interactions|webhooks)\//.test(path)) passed.push(now);
        if (method === 'POST' && path.endsWith('/messages')) posts.push(now);
        return undefined;
      };
      await Promise.all(parts.map((part) => start(env(part)).prints(connected)));
      await discord.until(() => posts.length === TIPS);
      const busiest = (seconds: number) =>
        Math.max(
          ...passed.map((from) => passed.filter((at) => at >= from && at < from + seconds * SECOND).length),
        );
      const rate = (TIPS * SECOND) / ((posts.at(-1) ?? 0) - (posts[0] ?? 0));
      console.log(`${parts}: ${busiest(1)} requests in the busiest second, ${rate.toFixed(1)} a second`);
      // A second is too short to be told on a machine that has much else to do: what was late comes together then.
      expect(busiest(4)).toBeLessThanOrEqual(200);
      expect(rate).toBeGreaterThan(20);
    },
  );
});

test('a second program on one SQLite file is refused with what to do, until the first is gone', {
  timeout: LONG,
}, async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'hall-'));
  const first = start({ DATA_DIR });
  await first.prints(/Playground: /);
  const second = start({ DATA_DIR });
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(`Another Studyhall already runs on ${DATA_DIR}. Stop it, or`);
  const third = start({ DATA_DIR });
  first.child.kill('SIGKILL');
  await third.prints(/Playground: /);
});
