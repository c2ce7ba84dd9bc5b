import { expect, test } from 'vitest';
import { discordTable } from './crash/discord.ts';
import { group } from './crash/faults/group.ts';
import { slackTable } from './crash/slack.ts';

/** What is filled in, and what is said of the round that begins. */
const filled = { topic: 'addition', questions: '3', seconds: '20', scoring: 'party' };
const begun = [
  /Quiz: Addition/,
  /Cara starts a round: 3 questions, 20 seconds each/,
  /worth more the sooner it comes/,
];

test('on Discord the help opens a form, and the round is as it was filled in', async () => {
  const { table, sees } = await group(discordTable);
  const cara = table.discord.member('Cara');
  const form = await cara.opensBy(await cara.types('studyhall help'), 'Start a round here');
  expect(form.form.title).toBe('Start a round here');
  expect(form.form.components.map(({ label }) => label)).toEqual([
    'topic',
    'questions',
    'seconds',
    'level',
    'scoring',
  ]);
  expect((await cara.fills(form, filled)).text).toMatch(/Your round on .*Addition.* starts here/);
  const { text } = await sees('opening');
  for (const words of begun) expect(text).toMatch(words);
});

test('on Slack the bare command opens the same form', async () => {
  const { table, sees } = await group((time) => slackTable(time, { history: false }));
  const cara = table.slack.member('Cara');
  const form = await cara.clicks(await cara.types('/quiz'), 'Start a round here');
  expect(form.blocks.map(({ block_id }) => block_id)).toEqual([
    'topic',
    'questions',
    'seconds',
    'level',
    'scoring',
  ]);
  expect((await cara.submits(form, filled)).text).toMatch(/Your round on .*Addition.* starts here/);
  const { text } = await sees('opening');
  for (const words of begun) expect(text).toMatch(words);
  expect(table.slack.faults).toEqual([]);
});

test('on Slack the bare word, said to the bot, is as good as the bare command', async () => {
  const { table } = await group((time) => slackTable(time, { history: false }));
  const cara = table.slack.member('Cara');
  const menu = await cara.writes('quiz');
  expect(JSON.stringify(menu.blocks)).toContain('Quiz me alone');
  expect(JSON.stringify(menu.blocks)).not.toContain('Start a round here');
  const mentioned = await cara.mentions('Quiz?');
  expect(mentioned.only).toBe(cara.id);
  expect(JSON.stringify(mentioned.blocks)).toContain('Start a round here');
  expect((await cara.writes('tips')).text).toMatch(/Nothing is posted here day by day/);
  expect(table.slack.faults).toEqual([]);
});
