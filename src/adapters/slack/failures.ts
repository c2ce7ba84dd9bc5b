import { webApi } from '@slack/bolt';
import { SendError, type SendFailure } from '../../chat/port.ts';
import { codeOf, isFinal } from './errors.ts';

/** Milliseconds to wait where Slack does not say how long. */
const A_WHILE = 60_000;
const A_MOMENT = 5000;

/**
 * Codes for what may pass by itself; nothing was done. https://docs.slack.dev/reference/methods/chat.postMessage#errors
 * https://docs.slack.dev/reference/methods/chat.update#errors
 */
const passing: Readonly<Record<string, number>> = {
  ratelimited: A_MOMENT,
  rate_limited: A_MOMENT,
  request_timeout: A_MOMENT,
  service_unavailable: A_MOMENT,
  message_limit_exceeded: A_WHILE,
  accesslimited: A_WHILE,
  external_channel_migrating: A_WHILE,
  org_login_required: A_WHILE,
  team_added_to_org: A_WHILE,
};

/** “It's possible some aspect of the operation succeeded”: the same pages. Or what answered was not Slack. */
const doubtful = new Set(['internal_error', 'fatal_error', 'update_failed', 'unreadable_answer']);

/** Slack was not reached at all. https://nodejs.org/api/errors.html#common-system-errors and undici's own */
const unreached = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error of Slack's API means for what was to be sent. */
export function sendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  return new SendError(failureOf(error), `Slack: ${codeOf(error)}`);
}

function failureOf(error: unknown): SendFailure {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'later', after: error.retryAfter * 1000 };
  // A token that no longer works can be replaced: what is to be sent waits for that.
  if (isFinal(error)) return { kind: 'later', after: A_WHILE, everywhere: true };
  const code = codeOf(error);
  if (error instanceof webApi.WebAPIPlatformError) {
    const after = Object.hasOwn(passing, code) ? passing[code] : undefined;
    if (after !== undefined) return { kind: 'later', after };
    return { kind: doubtful.has(code) ? 'unknown' : 'refused' };
  }
  if (error instanceof webApi.WebAPIHTTPError && error.statusCode < 500) return { kind: 'refused' };
  return unreached.has(code) ? { kind: 'later', after: A_MOMENT, everywhere: true } : { kind: 'unknown' };
}
