import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
} from 'discord.js';
import { OutageError, PlatformError } from '../../chat/errors.ts';

const portal = 'https://discord.com/developers/applications';

/** Why Discord could not be reached, or does not want us and what is to be mended then: in one sentence, which never holds the token. */
export function refusal(error: unknown, token: string): PlatformError {
  return isBadToken(error) ? new PlatformError(badToken(token)) : new OutageError(outage(error, token));
}

/** Why the gateway closed for good; undefined for codes after which discord.js connects again. */
export function closeRefusal(code: number, token: string): PlatformError | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new PlatformError(badToken(token));
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return new PlatformError(`Discord refuses the Guilds intent, which every bot may have: see ${portal}.`);
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return new PlatformError(
        'Discord refuses these shards: set DISCORD_SHARDS to "auto", or to more shards of the same number in every process.',
      );
    case GatewayCloseCodes.InvalidAPIVersion:
      return new PlatformError('Discord no longer speaks this version of its API: update Studyhall.');
    default:
      return undefined;
  }
}

/** Discord no longer takes an answer to this interaction: it is too late, or it has one. */
export function isTooLate(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && tooLate.has(error.code);
}

/** Unknown interaction, already acknowledged, unknown webhook, invalid webhook token. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const tooLate = new Set<string | number>([10062, 40060, 10015, 50027]);

/** An error as the log may have it: what discord.js keeps of a request holds the text of messages, and tokens. */
export function loggable(error: unknown): { err: unknown } | { refused: string; code: unknown } {
  if (error instanceof DiscordAPIError) return { refused: error.message, code: error.code };
  if (error instanceof HTTPError) return { refused: error.message, code: error.status };
  if (error instanceof RateLimitError) return { refused: 'rate limit', code: 429 };
  return { err: error };
}

function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

function outage(error: unknown, token: string): string {
  if (error instanceof RateLimitError)
    return `Discord asks to wait ${Math.ceil(error.retryAfter / 1000)} seconds.`;
  if (error instanceof HTTPError || error instanceof DiscordAPIError)
    return `Discord answers ${error.status} to ${error.method} ${new URL(error.url).pathname}: see https://discordstatus.com, and DISCORD_API_URL if it is set.`;
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: 'unknown' };
  if (code !== undefined && network.test(code))
    return `Discord cannot be reached (${code}): check the network, and DISCORD_API_URL if it is set.`;
  return `Discord could not be started: ${message.replaceAll(token, '(token)')}`;
}

const network = /^(E[A-Z_]+|UND_ERR_[A-Z_]+)$/;

function badToken(token: string): string {
  const looks = /^xox|^xapp/.test(token)
    ? ' It looks like a Slack token.'
    : token.split('.').length === 3
      ? ''
      : ' It does not look like a bot token: the application id, the public key and the client secret are other things.';
  return `Discord refuses DISCORD_TOKEN.${looks} Copy the token again from ${portal}, your application, "Bot", "Reset Token".`;
}
