import { describe, expect, test } from 'vitest';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { textIn } from '../../servers/slack-blocks.ts';
import { slow } from './commands.ts';
import { startBot } from './start.ts';

const done: Message = [{ kind: 'text', text: text('Here it is') }];

describe('a slow answer where there is no channel', () => {
  const late = (action_id: string) => ({ type: 'button', action_id, block_id: '0' });
  const started = async () => {
    slow.answer = Promise.withResolvers<Message>();
    const bot = await startBot({ after: async (ms, signal) => (ms === 1500 ? undefined : never(signal)) });
    return { bot, ana: bot.slack.member('Ana') };
  };

  test('a window says so at once, and shows it when it is there', async () => {
    const { bot, ana } = await started();
    const window = await ana.acts(await ana.opensHome(), late('look:late#0'));
    expect(textIn(window.blocks)).toBe('One moment …');
    slow.answer.resolve(done);
    await ana.sees(/Here it is/);
    expect(bot.slack.faults).toEqual([]);
    await bot.stop();
  });

  test('Home that is made anew waits without a window', async () => {
    const { bot, ana } = await started();
    const home = await ana.opensHome();
    const seen = ana.acts(home, late('look:late:here#0'));
    await expect.poll(() => bot.events.length).toBe(2);
    slow.answer.resolve(done);
    expect((await seen).kind).toBe('home');
    await bot.stop();
  });

  test('a window that could not be opened becomes a direct message', async () => {
    const { bot, ana } = await started();
    const home = await ana.opensHome();
    bot.slack.refuse('expired_trigger_id', 'views.open');
    const seen = ana.acts(home, late('look:late#0'));
    await expect.poll(() => bot.events.length).toBe(2);
    slow.answer.resolve(done);
    expect(await seen).toMatchObject({ kind: 'message', channel: ana.direct, text: 'Here it is' });
    await bot.stop();
  });
});

function never(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('over'))));
}
