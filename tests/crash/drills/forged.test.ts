import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { controlsIn, textIn } from '../../servers/slack-blocks.ts';
import { rightTo } from '../deck.ts';
import { group } from '../faults/group.ts';
import { slackTable } from '../slack.ts';
import type { Time } from '../time.ts';
import { discordForgers, type ForgersTable, type Forgery, slackForgers } from './forge.ts';

const SECONDS = 300;
const over = /^That round is over\. /;

/** A channel in which a question is open, another one with a question of the day, and somebody's solo; time stands still. */
async function stage(open: (time: Time) => Promise<ForgersTable>) {
  const folder = mkdtempSync(join(tmpdir(), 'forged-'));
  const { table, time, ana, sees, until } = await group(open, { settings: { DATA_DIR: folder } });
  const read = (statement: string) => {
    const database = new DatabaseSync(join(folder, 'studyhall.db'), { readOnly: true });
    const rows = database.prepare(statement).all();
    database.close();
    return rows;
  };
  // All tables but the one in which the program says by itself that it lives.
  const tables = "select name from sqlite_master where type = 'table' and name <> 'processes'";
  const names = () => read(tables).map(({ name }) => name);
  const idIn = (name: string) => String(read(`select id from ${name}`)[0]?.id);
  await table.newChannel().turnsOn({ kind: 'question', time: '12:01', timezone: 'utc' });
  await until(() => read('select id from dailies where message is not null').length > 0);
  await table.solo();
  await ana.starts(1, SECONDS);
  await ana.clicks(await sees('opening'), 'Start now');
  const question = await sees('question');
  await until(() => read('select * from outbox').length === 0);
  time.flow(0);
  onTestFinished(() => time.flow(1)); // the program's end takes some
  return {
    table,
    ana,
    question,
    round: idIn('rounds'),
    solo: idIn('solos'),
    daily: idIn('dailies'),
    dump: () => Object.fromEntries(names().map((name) => [name, read(`select * from "${name}"`)])),
  };
}

type Stage = Awaited<ReturnType<typeof stage>>;

/** Each of these does nothing but say one sentence. */
async function doNothing({ table, dump }: Stage, forgeries: readonly [Forgery, RegExp][]): Promise<void> {
  const before = [dump(), table.posts()];
  for (const [forgery, sentence] of forgeries) {
    const answers = await table.forge(forgery);
    expect(answers, JSON.stringify(forgery)).toEqual([
      expect.objectContaining({ text: expect.stringMatching(sentence), private: true }),
    ]);
    expect(answers[0]?.text.length).toBeLessThan(200);
  }
  expect([dump(), table.posts()]).toEqual(before);
}

const verbs = (round: string) => [
  `quiz:join:${round}`,
  `quiz:begin:${round}`,
  ...['answer', 'reveal', 'next', 'hold'].map((verb) => `quiz:${verb}:${round}:0`),
];

test.each([
  ['Discord', discordForgers],
  ['Slack', slackForgers],
] as const)('forged clicks on %s do nothing and are answered by one sentence', async (_, open) => {
  const set = await stage(open);
  const { table, ana, round, solo, daily } = set;
  const here = 'here';
  await doNothing(set, [
    // Rounds that never were.
    ...['', '0', 'x'.repeat(36), "' or 1=1 --", '__proto__', solo].flatMap((id) =>
      verbs(encodeURIComponent(id)).map((action): [Forgery, RegExp] => [
        { from: here, action, values: ['0'] },
        over,
      ]),
    ),
    // A round of another place, also by its own host.
    ...table.elsewhere.flatMap((from) =>
      verbs(round).flatMap((action): [Forgery, RegExp][] => [
        [{ from, action, values: ['0'] }, over],
        [{ from, action, values: ['0'], by: ana.id }, over],
      ]),
    ),
    // Choices and questions that there are not.
    ...['', '4', '-1', '1.5', 'NaN', '0x', '1e9', '__proto__'].map((value): [Forgery, RegExp] => [
      { from: here, action: `quiz:answer:${round}:0`, values: [value] },
      /^Pick /,
    ]),
    ...['', '1', '-1', 'NaN', '1e9', '0.5'].map((index): [Forgery, RegExp] => [
      { from: here, action: `quiz:answer:${round}:${index}`, values: ['0'] },
      /^That question is closed\.$/,
    ]),
    // Somebody else's solo.
    [{ from: here, action: `quiz:ask:${solo}:0` }, /^That is somebody else’s quiz\. /],
    [{ from: here, action: `quiz:pick:${solo}:0`, values: ['0'] }, /^That is somebody else’s quiz\. /],
    // A question of the day of another place.
    [{ from: here, action: `tips:answer:${daily}`, values: ['0'] }, /closed/],
    [{ from: here, action: `tips:show:${daily}` }, /closed/],
    // What nobody but the host may.
    [{ from: here, action: `quiz:next:${round}:0` }, /^That is for Ana, who started the round, /],
    [{ from: here, action: `quiz:reveal:${round}:0` }, /^That is for Ana, who started the round, /],
    // Verbs and commands that there are not.
    ...['quiz:explode', 'quiz:toString', 'quiz:__proto__', 'nothing:join', 'quiz', ':', 'quiz:'].map(
      (verb): [Forgery, RegExp] => [{ from: here, action: `${verb}:${round}` }, /from an earlier time/],
    ),
  ]);
});

test('in a Slack channel that two workspaces share, members of both play the same round', async () => {
  const { table, sees, ana } = await group((time) => slackTable(time, { history: true }));
  const gus = table.slack.member('Gus', 'T2');
  await ana.starts(1, SECONDS);
  await ana.clicks(await sees('opening'), 'Start now');
  const question = await sees('question');
  const seen = table.slack.posts('C1').find(({ id }) => id === question.id);
  const labels = controlsIn(seen?.blocks ?? []).map(({ text }) => textIn([{ text }]));
  const right = labels.find((label) => label.includes(rightTo(question))) ?? '';
  expect(seen && (await gus.clicks(seen, right)).text).toMatch(/^Recorded: /);
  expect(await ana.clicks(question, rightTo(question))).toMatch(/^Recorded: .* 2 have answered/);
});
