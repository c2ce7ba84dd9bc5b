import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../chat/chat.ts';

/**
 * What Bolt and its clients warn of, as lines of our log. Their debug and info lines hold what members wrote, and stay out; so does
 * anything that looks like a token or a one-time address.
 */
export function boltLog(log: Log): Logger {
  const warn = (...said: unknown[]) =>
    log.warn({ platform: 'slack' }, `Slack's client says: ${said.map(sentence).join(' ')}`);
  return {
    debug() {},
    info() {},
    warn,
    error: warn,
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

/** Why a body could not be read: what follows quotes it. */
const quoting = /^(Malformed request body): .*$/s;

/** Characters that are looked through for secrets; of what is left, the first 300 are logged. */
const LONGEST = 2000;

function sentence(said: unknown): string {
  const words = said instanceof Error ? said.message : typeof said === 'string' ? said : 'an error';
  return words
    .slice(0, LONGEST)
    .replace(quoting, '$1')
    .replace(/\b(?:xox\w|xapp)[\w.-]*-[\w-]+|\b(?:https?|wss?):\/\/\S+/g, '[hidden]')
    .slice(0, 300);
}
