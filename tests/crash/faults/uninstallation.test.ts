import { Writable } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sqliteDatabase } from '../../store/databases.ts';
import { rightTo, sumsFolder } from '../deck.ts';
import { hasten } from '../hasten.ts';
import { openProgram } from '../program.ts';
import { slackTable } from '../slack.ts';
import { subjectOf } from '../table.ts';
import { Time } from '../time.ts';

const DAY = 24 * 60 * 60_000;
/** How fast time passes for days on end: one in a twelfth of a second. */
const DAY_IN_A_BLINK = 1_000_000;

/** A workspace in which a round was played, and which has removed the app since. */
async function left() {
  const time = new Time();
  time.flow(1);
  const table = await slackTable(time, { history: false });
  const { slack } = table;
  const database = await sqliteDatabase();
  const settings = {
    ...table.env,
    DATA_DIR: database.dataDir,
    KNOWLEDGE_DIR: sumsFolder(),
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const logged: string[] = [];
  const logTo = new Writable({
    write(line, _, done) {
      logged.push(String(line));
      done();
    },
  });
  const start = (token = table.env.SLACK_BOT_TOKEN) =>
    openProgram({ ...settings, SLACK_BOT_TOKEN: token }, time, { logTo });
  let program = await start();
  onTestFinished(async () => {
    await program.stop();
    await table.close();
    await database.remove();
  });
  const rows = async (name: string) => (await database.dump())[name] ?? [];
  const ready = async () => (await fetch(`${program.address}/readyz`)).text();

  const sees = (kind: string) =>
    hasten(time, table, () => table.posts().findLast((post) => subjectOf(post).kind === kind));
  const ana = table.person('Ana');
  await ana.starts(1, 10);
  await ana.clicks(await sees('opening'), 'Start now');
  const question = await sees('question');
  await ana.clicks(question, rightTo(question));
  await sees('end');
  await slack.uninstalls();
  await vi.waitFor(async () =>
    expect(await rows('departed')).toMatchObject([{ server: 'slack:T1', told: 1 }]),
  );
  await vi.waitFor(async () => expect(await ready()).toMatch(/^slack: off until the next start/));
  return {
    slack,
    rows,
    ready,
    logged,
    ana,
    async pass(days: number) {
      const end = time.now() + days * DAY;
      time.flow(DAY_IN_A_BLINK);
      const isOver = () => expect(time.now()).toBeGreaterThan(end);
      await vi.waitFor(isOver, { interval: 5, timeout: 15_000 });
      time.flow(1);
    },
    async restart(token?: string) {
      await program.stop();
      program = await start(token);
    },
  };
}

test('a workspace that removes the app is forgotten after 30 days, though its token starts nothing any more', async () => {
  const { rows, ready, logged, restart, pass } = await left();
  await pass(10);
  expect(logged.splice(0)).toEqual([
    expect.stringMatching(
      /The app was removed from the workspace.*This platform is off until the next start\./,
    ),
  ]);
  await restart();
  expect(logged).toEqual([expect.stringMatching(/The token in SLACK_BOT_TOKEN no longer works/)]);
  expect(await ready()).toMatch(/^slack: off until the next start/);
  await pass(19);
  expect(await rows('rounds')).toHaveLength(1);
  await pass(4);
  await vi.waitFor(async () => expect(await rows('departed')).toEqual([]), 5000);
  for (const table of ['rounds', 'setups', 'participants', 'asked']) expect(await rows(table)).toEqual([]);
  expect(await rows('answers')).toMatchObject([{ server: null, right: 1 }]);
});

test('a workspace that installs it again on the 29th day finds all as it was', async () => {
  const { slack, rows, ready, restart, pass, ana } = await left();
  const before = await rows('rounds');
  await pass(28.5);
  await restart(slack.reinstalls());
  expect(await ready()).toMatch(/^slack: connected/);
  await pass(5);
  expect(await rows('departed')).toEqual([]);
  expect(await rows('rounds')).toEqual(before);
  expect(await ana.looksUp('addition')).toContain('Adding up');
});

test('a token that is only revoked is no departure', async () => {
  const { slack, rows, restart, pass } = await left();
  await restart(slack.reinstalls());
  await pass(2);
  expect(await rows('departed')).toEqual([]);
  slack.refuse('token_revoked');
  await pass(40);
  expect(await rows('departed')).toEqual([]);
  expect(await rows('rounds')).toHaveLength(1);
});
