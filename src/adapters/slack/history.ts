import { webApi } from '@slack/bolt';
import { codeOf } from './errors.ts';

export interface Wanted {
  channel: string;
  /** Our own bot id: any app may write metadata like ours. */
  bot: string;
  rows: readonly string[];
  /** Milliseconds since 1970. */
  since: number;
}

/** Milliseconds by which our clock may be ahead of Slack's. */
const SKEW = 60_000;

/** Messages a page, and the pages after which nobody can say. */
const PAGE = 200;
const PAGES = 10;

/** What makes it impossible to look: https://docs.slack.dev/reference/methods/conversations.history#errors */
const blind = ['missing_scope', 'not_in_channel', 'channel_not_found'];

/** Metadata that a post is found by; every app in the workspace can read it. https://docs.slack.dev/messaging/message-metadata */
export function metadata(row: string) {
  return { event_type: 'studyhall', event_payload: { row } };
}

/** The rows of a message that is so many. */
export function rowsOf(key: string, count: number): string[] {
  return count === 1 ? [key] : Array.from({ length: count }, (_, index) => `${key}-${index}`);
}

/**
 * Looks for our own messages in a channel's history.
 *
 * @returns the timestamp of each row that is there; `unknowable` where the app may not look, or not that far
 * @throws what the Web API throws
 */
export async function findRows(
  client: webApi.WebClient,
  { channel, bot, rows, since }: Wanted,
): Promise<Map<string, string> | 'unknowable'> {
  const found = new Map<string, string>();
  const oldest = String((since - SKEW) / 1000);
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await client.conversations
      .history({ channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) })
      .catch((error: unknown) => unlessBlind(error, page));
    if (!answer) return 'unknowable';
    for (const message of answer.messages ?? []) {
      const row = message.bot_id === bot ? rowOf(message.metadata) : undefined;
      if (row !== undefined && rows.includes(row) && message.ts) found.set(row, message.ts);
    }
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor || found.size === rows.length) return found;
  }
  return 'unknowable';
}

/** An app that is allowed one page a minute would begin again for ever. */
function unlessBlind(error: unknown, page: number): undefined {
  const tired = page > 0 && error instanceof webApi.WebAPIRateLimitedError;
  if (!tired && !blind.includes(codeOf(error))) throw error;
}

function rowOf(metadata: { event_type?: string; event_payload?: object } | undefined): string | undefined {
  if (metadata?.event_type !== 'studyhall') return undefined;
  const { event_payload: payload } = metadata;
  return payload && 'row' in payload && typeof payload.row === 'string' ? payload.row : undefined;
}
