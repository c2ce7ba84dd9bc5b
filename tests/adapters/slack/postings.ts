import { actionId } from '../../../src/chat/action.ts';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { SendError, type SendFailure } from '../../../src/chat/port.ts';
import { textIn } from '../../servers/slack-blocks.ts';
import type { Bot } from './start.ts';

export const paragraph = (words: string): Message => [{ kind: 'text', text: text(words) }];

export const question: Message = [
  ...paragraph('Which one?'),
  {
    kind: 'choice',
    prompt: 'Pick one answer',
    action: actionId('look', 'pick', 'q1'),
    picks: 1,
    options: [
      { value: '0', text: text('AWS WAF') },
      { value: '1', text: text('AWS Shield') },
    ],
  },
];

/** Longer than one message of Slack's may be, with controls on the last. */
export const long: Message = [
  { kind: 'facts', items: Array.from({ length: 250 }, (_, i) => text(`fact ${i} ${'.'.repeat(80)}`)) },
  ...question,
];

/** What the app needs to find its own posts again. */
export const history = ['chat:write', 'channels:history', 'im:history', 'channels:read', 'users:read'];

export const posting = (message: Message = question, key = '7') => ({ place: 'C1', message, key });

/** What is read in the channel now. */
export const said = (bot: Bot): string[] => bot.slack.posts('C1').map(({ blocks }) => textIn(blocks));

/** How an attempt failed, with nothing said of the message or the token. */
export async function failure(attempt: Promise<unknown>): Promise<SendFailure> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendError)) throw new Error('It did not fail as a port does.', { cause: error });
  if (/Which|WAF|xoxb/.test(error.message)) throw new Error(`The error says too much: ${error.message}`);
  return error.failure;
}
