import { webApi } from '@slack/bolt';
import { OutageError, PlatformError } from '../../chat/errors.ts';
import { ResponseError } from './respond.ts';

/** The variable that a token came from: the sentences name it, never the token. */
export type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Where a host finds the bot token. */
export const botTokenPage = '“OAuth & Permissions” of your app at https://api.slack.com/apps';

const pages: Record<TokenName, string> = {
  SLACK_BOT_TOKEN: botTokenPage,
  SLACK_APP_TOKEN: '“Basic Information”, “App-Level Tokens” of your app at https://api.slack.com/apps',
};

const unknownToken = (token: TokenName) =>
  `Slack does not know the token in ${token}: copy it again from ${pages[token]}.`;
const dead = (token: TokenName) =>
  `The token in ${token} no longer works: install the app again and copy the new one from ${pages[token]}.`;
const wrongKind = (token: TokenName) =>
  token === 'SLACK_BOT_TOKEN'
    ? `SLACK_BOT_TOKEN must be the bot token, which begins with xoxb-: copy it from ${pages[token]}.`
    : `SLACK_APP_TOKEN must be the app-level token, which begins with xapp-: make one with the scope connections:write under ${pages[token]}.`;

/** What Slack's codes mean for good, and how to mend it. https://docs.slack.dev/reference/methods/auth.test#errors */
const final: Readonly<Record<string, (token: TokenName) => string>> = {
  not_authed: unknownToken,
  invalid_auth: unknownToken,
  account_inactive: dead,
  token_revoked: dead,
  token_expired: dead,
  user_removed_from_team: dead,
  team_disabled: dead,
  not_allowed_token_type: wrongKind,
};

/**
 * Looks at a token without asking Slack.
 *
 * @throws PlatformError when it is of another kind than its variable is for
 */
export function checkKind(name: TokenName, token: string): void {
  const kind = name === 'SLACK_BOT_TOKEN' ? /^(?:xoxe\.)?xoxb-/ : /^xapp-/;
  if (!kind.test(token)) throw new PlatformError(wrongKind(name));
}

/** Slack's own code of an error, or what else is known of it in one word: for the log, never with any text of a message. */
export function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return safe(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof webApi.WebAPIRequestError) return networkCode(error.original);
  if (error instanceof ResponseError) return error.code;
  return error instanceof Error ? networkCode(error) : 'unknown';
}

/** True when Slack has answered that it will not do this: trying another way cannot say it twice. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ResponseError ? error.refused : error instanceof webApi.WebAPIPlatformError;
}

/** True when the token itself is refused, now and for ever. */
export function isFinal(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && Object.hasOwn(final, error.data.error);
}

/** Says in one sentence why Slack cannot be used, and what to mend: an `OutageError` where it may work again by itself. */
export function platformError(error: unknown, token: TokenName): PlatformError {
  if (error instanceof PlatformError) return error;
  const code = codeOf(error);
  const known = Object.hasOwn(final, code) ? final[code] : undefined;
  if (known) return new PlatformError(known(token));
  if (error instanceof webApi.WebAPIPlatformError) {
    const needed = 'needed' in error.data ? safe(String(error.data.needed)) : 'that Slack asks for';
    if (code === 'missing_scope')
      return new PlatformError(
        `The token in ${token} lacks the scope ${needed}: add it, and install the app again, under ${pages[token]}.`,
      );
    return new OutageError(
      `Slack refuses the connection (${code}): see https://slack-status.com, and look at your app at https://api.slack.com/apps.`,
    );
  }
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new OutageError(`Slack asks to wait ${error.retryAfter} seconds before connecting again.`);
  return new OutageError(
    `Slack cannot be reached (${code}): check the network, and SLACK_API_URL if it is set.`,
  );
}

/** Only what looks like a code: a proxy may answer with a page. */
function safe(code: string): string {
  return /^[a-z][\w:,-]{0,80}$/i.test(code) ? code : 'unreadable_answer';
}

function networkCode(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause && typeof cause.code === 'string' ? safe(cause.code) : safe(cause.name);
}
