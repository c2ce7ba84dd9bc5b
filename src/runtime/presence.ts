import type { Log } from '../chat/chat.ts';
import type { PlatformName } from '../chat/event.ts';
import type { Store } from '../store/types.ts';
import type { Clock } from './clock.ts';
import { openLoop } from './loop.ts';

const BEAT = 1000;
/** A process that has not been heard of for so long, in milliseconds, counts as gone. */
export const SILENT = 4000;

export interface PresenceDeps {
  store: Store;
  /** This process, among those that work on the store. */
  process: string;
  platforms(): readonly PlatformName[];
  clock: Clock;
  log: Log;
}

/** Says every second in which a round is played that this process lives, so that those who come later know how long nobody was there. */
export interface Presence {
  stop(): Promise<void>;
}

/**
 * Begins to say so.
 *
 * @returns how long nobody was there before, in milliseconds; 0 where another process lives, or none ever did
 * @throws StoreError
 */
export async function openPresence({
  store,
  process,
  platforms,
  clock,
  log,
}: PresenceDeps): Promise<{ presence: Presence; away: number }> {
  const last = await store.processes.lastBeat();
  const silence = last === undefined ? 0 : clock.now() - last;
  const beat = async () => {
    if (await store.rounds.nextDeadline(platforms())) await store.processes.beat(process, clock.now());
    return clock.now() + BEAT;
  };
  const loop = openLoop(clock, beat, (error) => log.warn({ err: error }, 'The store does not answer.'));
  loop.wake();
  return { presence: { stop: loop.stop }, away: silence < SILENT ? 0 : silence };
}
