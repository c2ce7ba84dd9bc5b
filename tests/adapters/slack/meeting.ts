import { afterEach, beforeEach } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import type { Member } from '../../servers/slack-member.ts';
import { slow } from './commands.ts';
import { type Bot, startBot } from './start.ts';

/** A bot for each test of a block, with two members to use it. */
export function meetings(
  mode: 'socket' | 'http',
  begins: (met: { bot: Bot; ana: Member; ben: Member }) => void,
): void {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot({ mode });
    slow.answer = Promise.withResolvers<Message>();
    begins({ bot, ana: bot.slack.member('Ana'), ben: bot.slack.member('Ben') });
  });
  afterEach(() => bot.stop());
}
