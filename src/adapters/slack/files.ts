import { webApi } from '@slack/bolt';
import { text } from '../../chat/markup.ts';
import type { FilePart, Message, Part } from '../../chat/message.ts';
import type { After } from './after.ts';
import { isRefusal } from './errors.ts';
import { escapeText } from './escape.ts';
import { render } from './render.ts';

export interface HandOverDeps {
  client: webApi.WebClient;
  after: After;
}

/** A message of the app never shows previews of its links: they would push the conversation away. */
export const calm = { unfurl_links: false, unfurl_media: false };

const say = {
  here: (name: string) => `Here is ${name}:`,
  there: (name: string) => `${name} is in our direct conversation.`,
};

/**
 * Brings the files of a message into the direct conversation with a member.
 *
 * @param user Slack's id of the member
 * @returns the message with a sentence in the place of each file, or with the file itself where Slack refuses the conversation
 */
export async function handOver(deps: HandOverDeps, user: string, message: Message): Promise<Message> {
  const parts: Part[] = [];
  for (const part of message) parts.push(part.kind === 'file' ? await toMember(deps, user, part) : part);
  return parts;
}

async function toMember({ client, after }: HandOverDeps, user: string, file: FilePart): Promise<Part> {
  try {
    const intro = escapeText(say.here(file.name));
    const { channel = user } = await client.chat.postMessage({ channel: user, text: intro, ...calm });
    await upload(client, channel, file).catch(() => asText(client, channel, file, after));
    return { kind: 'text', text: text(say.there(file.name)) };
  } catch (error) {
    if (isRefusal(error)) return file;
    throw error;
  }
}

/** Needs the channel's own id: a member's is not taken. https://github.com/slackapi/bolt-js/issues/2115 */
async function upload(client: webApi.WebClient, channel_id: string, file: FilePart): Promise<void> {
  await client.filesUploadV2({ channel_id, filename: file.name, content: file.content });
}

/** The whole of it, message by message, as fast as Slack takes them. */
async function asText(
  client: webApi.WebClient,
  channel: string,
  file: FilePart,
  after: After,
): Promise<void> {
  const waiting = render([file]);
  for (let next = waiting.shift(); next; ) {
    try {
      await client.chat.postMessage({ channel, ...next, ...calm });
      next = waiting.shift();
    } catch (error) {
      if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
      await after(error.retryAfter * 1000);
    }
  }
}
