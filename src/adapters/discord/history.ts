import { type APIMessage, SnowflakeUtil } from 'discord.js';
import type { Calls } from './calls.ts';
import type { Payload } from './render.ts';

/** Milliseconds that our clock may be ahead of Discord's. */
const CLOCKS_DIFFER = 5000;
/** Pages of history to look through: a place where more was said since cannot tell any more. */
const MOST_PAGES = 10;

/** A post that is looked for: what it was sent as, and its nonce. */
export interface Sought {
  payload: Payload;
  nonce: string;
}

/**
 * Looks for posts of ours among what was said in a channel.
 *
 * @param since when they were first tried, in milliseconds since 1970
 * @returns the newest id that each can have; undefined where the history cannot tell: Discord shows none of it to a bot without the
 * permission Read Message History
 * @throws SendError
 */
export async function findPosts(
  calls: Calls,
  channel: string,
  self: string,
  sought: readonly Sought[],
  since: number,
): Promise<(string | undefined)[] | undefined> {
  const own: APIMessage[] = [];
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const messages = await calls.history(channel, before);
    const recent = messages.filter(({ id }) => SnowflakeUtil.timestampFrom(id) >= since - CLOCKS_DIFFER);
    own.push(...recent.filter(({ author }) => author.id === self));
    before = messages.at(-1)?.id;
    if (before === undefined && page === 0)
      return (await isSilent(calls, channel)) ? sought.map(() => undefined) : undefined;
    if (before === undefined || recent.length < messages.length)
      return sought.map((one) => own.find((message) => isSame(message, one))?.id);
  }
  return undefined;
}

/** Whether nothing was ever said in a channel, which tells an empty history from one that is not shown. */
async function isSilent(calls: Calls, channel: string): Promise<boolean> {
  return (await calls.look(channel)).last_message_id === null;
}

/**
 * Discord keeps a nonce only for a while, and need not tell it: without one, the words and the ids of the controls decide. Moments are
 * left out, they move from try to try.
 */
function isSame(message: APIMessage, { payload, nonce }: Sought): boolean {
  if (typeof message.nonce === 'string') return message.nonce === nonce;
  return (
    wordsOf(message) === wordsOf(payload) &&
    idsOf(message.components ?? []).join() === idsOf(payload.components).join()
  );
}

function wordsOf({ content }: { content: string }): string {
  return content.replace(/<t:-?\d+:R>/g, '<t>').trim();
}

function idsOf(rows: readonly object[]): unknown[] {
  return rows.flatMap((row) =>
    'components' in row && Array.isArray(row.components)
      ? row.components.map((control) => control.custom_id ?? control.url)
      : [],
  );
}
