import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { After } from '../../../src/adapters/slack/after.ts';
import { textIn } from '../../servers/slack-blocks.ts';
import { data } from './commands.ts';
import { type Bot, type BotOptions, startBot } from './start.ts';

const started = async (options: BotOptions = {}) => {
  const bot = await startBot(options);
  const ana = bot.slack.member('Ana');
  const asks = async () => ana.clicks(await ana.types('/look shield'), 'My data');
  return { bot, ana, asks };
};
const there = 'Your data.\nstudyhall.json is in our direct conversation.';
const told = (bot: Bot, channel: string) => bot.slack.posts(channel).filter(({ file }) => !file);

test('a file comes into the direct conversation, and the reply says so', async () => {
  const { bot, ana, asks } = await started();
  await asks();
  expect((await ana.sees(/is in our direct/)).text).toBe(there);
  expect(bot.slack.posts(ana.direct)).toMatchObject([
    { text: 'Here is studyhall.json:' },
    { file: { name: 'studyhall.json', content: data } },
  ]);
  expect(bot.slack.faults).toEqual([]);
  await bot.stop();
});

test.each<[string, BotOptions, (bot: Bot) => void]>([
  [
    'without the scope',
    { scopes: ['commands', 'chat:write'] },
    (bot) => bot.slack.world.excused.add('missing_scope'),
  ],
  [
    'when uploads are forbidden',
    {},
    (bot) => bot.slack.refuse('file_type_not_allowed', 'files.completeUploadExternal'),
  ],
  ['when the upload breaks', {}, (bot) => bot.slack.breaks('upload', { kind: 'cut', moment: 'before' })],
  [
    'when Slack asks to wait',
    {},
    (bot) => {
      bot.slack.refuse('internal_error', 'files.getUploadURLExternal');
      bot.slack.meddle(({ args }, moment) => {
        if (moment === 'before' && String(args.text).startsWith('studyhall.json'))
          bot.slack.breaks('chat.postMessage', { kind: 'limited', seconds: 1 });
        return undefined;
      });
    },
  ],
])('%s it comes as text, and nothing of it is lost', async (_, options, spoil) => {
  const after: After = (ms, signal) =>
    setTimeout(ms === 1000 ? 0 : ms, undefined, { ...(signal && { signal }) });
  const { bot, ana, asks } = await started({ ...options, after });
  spoil(bot);
  await asks();
  expect((await ana.sees(/is in our direct/)).text).toBe(there);
  const [intro, ...rest] = told(bot, ana.direct);
  expect(intro?.text).toBe('Here is studyhall.json:');
  expect(rest.map(({ blocks }) => textIn(blocks)).join('')).toBe(`studyhall.json${data}`);
  expect(rest.length).toBeGreaterThan(1);
  expect(bot.slack.faults).toEqual([]);
  await bot.stop();
});

test('where Slack takes no direct message, it comes with the reply', async () => {
  const { bot, ana, asks } = await started();
  bot.slack.refuse('messages_tab_disabled', 'chat.postMessage');
  await asks();
  await ana.sees(new RegExp(data.slice(-40)));
  expect(ana.screen.map(({ blocks }) => textIn(blocks)).join('')).toContain(`studyhall.json${data}`);
  await bot.stop();
});

test('a file may be written to a member without an event', async () => {
  const { bot, ana } = await started();
  await bot.port.direct(`T1-${ana.id}`, [{ kind: 'file', name: 'a.txt', content: 'a' }], '9');
  expect(bot.slack.posts(ana.direct)).toMatchObject([
    { text: 'Here is a.txt:' },
    { file: { name: 'a.txt', content: 'a' } },
    { text: 'a.txt is in our direct conversation.' },
  ]);
  await bot.stop();
});
