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

function sentence(said: unknown): string {
  const words = said instanceof Error ? said.message : typeof said === 'string' ? said : 'an error';
  return words.replace(/\b(?:xox\w|xapp)[\w.-]*-[\w-]+|\b(?:https?|wss?):\/\/\S+/g, '[hidden]').slice(0, 300);
}
