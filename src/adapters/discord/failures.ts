import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { SendError, type SendFailure } from '../../chat/port.ts';

/** Milliseconds to wait where Discord names no time: for what passes by itself, and for what somebody has to mend. */
const wait = { soon: 5000, long: 60_000 };

/**
 * Discord's refusals that pass with time: slow mode, the limits of writing in a channel or server, of opening conversations and of edits to
 * old messages, things that Discord has turned off for now or that are overloaded, and a proxy that blocks us. Any other code is for good.
 *
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
const passing = new Set<string | number>([
  20016, 20022, 20028, 20029, 30046, 40003, 40004, 40006, 40062, 40333, 130000,
]);

/** Errors that come before anything is sent: no such host, nobody listens, no connection in time. */
const beforeSending = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Why a call came to nothing. What discord.js keeps of it holds the text of messages: only the call and Discord's code are told.
 *
 * @param changesNothing such a call may be made again even where nobody knows what came of it
 */
export function sendError(error: unknown, call: string, changesNothing: boolean): SendError {
  const [failure, reason] = judged(error);
  const open = failure.kind === 'unknown' && changesNothing;
  return new SendError(open ? { kind: 'later', after: wait.soon } : failure, `${call}: ${reason}`);
}

function judged(error: unknown): [SendFailure, string] {
  if (error instanceof RateLimitError) {
    const after = error.retryAfter > 0 ? error.retryAfter : wait.soon;
    return [{ kind: 'later', after, everywhere: error.global }, 'rate limit'];
  }
  // Discord, or a proxy before it, failed on the way: it may have done it.
  if (error instanceof HTTPError) return [{ kind: 'unknown' }, `HTTP ${error.status}`];
  if (error instanceof DiscordAPIError) {
    // A proxy has given up waiting for Discord, which may yet do it.
    if (error.status === 408) return [{ kind: 'unknown' }, `${error.status}`];
    const reason = `${error.status}, code ${error.code}`;
    // A token that is no longer valid, and answers that are not Discord's own, say nothing about the place.
    if (error.status === 401 || !(Number(error.code) > 0))
      return [{ kind: 'later', after: wait.long, everywhere: true }, reason];
    if (passing.has(error.code)) return [{ kind: 'later', after: wait.long }, reason];
    return [{ kind: 'refused' }, reason];
  }
  const code = codeOf(error);
  if (beforeSending.test(code)) return [{ kind: 'later', after: wait.soon, everywhere: true }, code];
  return [{ kind: 'unknown' }, code];
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
