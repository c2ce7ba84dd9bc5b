import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Program } from '../../src/program.ts';
import { rightTo, sumsFolder } from '../crash/deck.ts';
import { discordTable } from '../crash/discord.ts';
import { hasten } from '../crash/hasten.ts';
import { openProgram } from '../crash/program.ts';
import { slackTable } from '../crash/slack.ts';
import { subjectOf, type Table } from '../crash/table.ts';
import { Time } from '../crash/time.ts';
import { Refusal } from '../servers/discord-refusal.ts';

const KNOWLEDGE_DIR = sumsFolder();
const MINUTE = 60_000;

/** Programs on one folder, one after the other, on a time that passes quickly while something is waited for. */
function house(time: Time) {
  const env = {
    DATA_DIR: mkdtempSync(join(tmpdir(), 'late-')),
    KNOWLEDGE_DIR,
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
  return async (...tables: Table[]): Promise<Program> => {
    const program = await openProgram(Object.assign({}, env, ...tables.map((table) => table.env)), time);
    onTestFinished(program.stop);
    return program;
  };
}

const readyz = async ({ address }: Program) => {
  const response = await fetch(`${address}/readyz`);
  return { status: response.status, lines: (await response.text()).trim().split('\n') };
};

test('Discord, away at the start, comes later by itself, and its rounds go on', async () => {
  const time = new Time();
  time.flow(1);
  const [table, other] = [await discordTable(time), await slackTable(time, { history: false })];
  onTestFinished(async () => void (await Promise.all([table.close(), other.close()])));
  const start = house(time);
  const first = await start(table);
  const ana = table.person('Ana');
  const until = <F>(what: () => F | undefined | false | Promise<F | false>) => hasten(time, table, what);
  const sees = (kind: string, words = /./) =>
    until(() => table.posts().find((post) => subjectOf(post).kind === kind && words.test(post.text)));
  await ana.starts(1, 60);
  await ana.clicks(await sees('opening'), 'Start now');
  await sees('question');
  await first.stop();

  table.discord.failing.set('GET /gateway/bot', { refusal: new Refusal(404, 0, 'away') });
  const program = await start(table, other);
  expect(await readyz(program)).toEqual({
    status: 503,
    lines: [
      'discord: away, and tried again until it is there',
      'slack: connected',
      expect.stringMatching(/^store: answers in \d+ ms$/),
      'outbox: nothing waits',
    ],
  });
  expect(await other.person('Ben').starts(1, 10)).toBeDefined();

  time.skip(10 * MINUTE);
  table.discord.failing.clear();
  await until(async () => (await readyz(program)).status === 200);
  const question = await sees('question', /This question is open again/);
  expect(await ana.clicks(question, rightTo(question))).toMatch(/^Recorded/);
  await sees('end');
});

test('Slack, away at the start, comes later by itself', async () => {
  const time = new Time();
  time.flow(1);
  const table = await slackTable(time, { history: false });
  onTestFinished(table.close);
  table.slack.refuse('service_unavailable', 'apps.connections.open');
  const program = await house(time)(table);
  expect(await readyz(program)).toMatchObject({
    status: 503,
    lines: ['slack: away, and tried again until it is there', {}, {}],
  });
  await hasten(
    time,
    table,
    () => table.slack.calls.filter(({ method }) => method === 'auth.test').length === 3,
  );
  table.slack.accept('apps.connections.open');
  await hasten(time, table, async () => (await readyz(program)).status === 200);
  expect(await table.person('Ana').starts(1, 10)).toBeDefined();
  await hasten(time, table, () => table.posts().length > 0);
});
