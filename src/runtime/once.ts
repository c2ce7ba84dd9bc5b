import { StoreError } from '../chat/errors.ts';
import type { Store } from '../store/types.ts';
import type { Clock } from './clock.ts';
import { within } from './kept.ts';

/** Slack sends an event again at once, after 1 minute and after 5: https://docs.slack.dev/apis/events-api#retries */
const REMEMBERED = 10 * 60_000;
/** Milliseconds that the store has to answer while somebody waits. */
const PATIENCE = 1000;
const MINUTE = 60_000;

/**
 * Remembers ids for ten minutes, so that an event which a platform delivers again is answered once.
 *
 * @param now milliseconds since 1970
 * @returns a function that is true the first time it sees an id
 */
export function rememberIds(now: () => number): (id: string) => boolean {
  const seen = new Map<string, number>();
  return (id) => {
    const at = now();
    for (const [old, since] of seen) {
      if (at - since < REMEMBERED) break;
      seen.delete(old);
    }
    if (seen.has(id)) return false;
    seen.set(id, at);
    return true;
  };
}

/**
 * The same for all processes on a store: whose id it takes is the first. Where it does not say within a second, whoever asks may go on: an
 * answer twice is better than none.
 */
export function takeIds({ events, transaction }: Store, clock: Clock): (id: string) => Promise<boolean> {
  let cleared = clock.now();
  const take = (id: string, now: number) => {
    if (now - cleared < MINUTE) return events.take(id, now);
    cleared = now;
    return transaction(async ({ events }) => {
      await events.forget(now - REMEMBERED);
      return events.take(id, now);
    });
  };
  return async (id) => {
    const now = clock.now();
    try {
      return (await within(clock, PATIENCE, take(id, now))) ?? true;
    } catch (error) {
      if (error instanceof StoreError) return true;
      throw error;
    }
  };
}
