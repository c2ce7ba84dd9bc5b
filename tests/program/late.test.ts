import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Program } from '../../src/program.ts';
import { sums, sumsFolder } from '../crash/deck.ts';
import { discordTable } from '../crash/discord.ts';
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

const until = async (time: Time, what: () => Promise<boolean> | boolean) => {
  time.flow(60);
  while (!(await what())) await pause(5);
  time.flow(1);
};

test('Discord, away at the start, comes later by itself, and its rounds go on', async () => {
  const time = new Time();
  time.flow(1);
  const [table, other] = [await discordTable(time), await slackTable(time, { history: false })];
  onTestFinished(async () => void (await Promise.all([table.close(), other.close()])));
  const start = house(time);
  const first = await start(table);
  const ana = table.person('Ana');
  const last = () => {
    const post = table.posts().at(-1);
    return post && subjectOf(post).kind === 'question' ? post : undefined;
  };
  await ana.starts(1, 60);
  await until(time, () => table.posts().length === 1);
  await ana.clicks(table.posts()[0] as never, 'Start now');
  await until(time, () => last() !== undefined);
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
  await until(time, async () => (await readyz(program)).status === 200);
  await until(time, () => /This question is open again/.test(last()?.text ?? ''));
  const question = last();
  const right = sums.find(({ stem }) => question?.text.includes(stem))?.right ?? '';
  expect(question && (await ana.clicks(question, right))).toMatch(/^Recorded/);
  await until(time, () => table.posts().some((post) => subjectOf(post).kind === 'end'));
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
  await until(time, () => table.slack.calls.filter(({ method }) => method === 'auth.test').length === 3);
  table.slack.accept('apps.connections.open');
  await until(time, async () => (await readyz(program)).status === 200);
  expect(await table.person('Ana').starts(1, 10)).toBeDefined();
  await until(time, () => table.posts().length > 0);
});
