import type { Log, Part } from '../chat/chat.ts';
import { PlatformError } from '../chat/errors.ts';
import type { PlatformName } from '../chat/event.ts';
import type { RunningProcess, Store } from '../store/types.ts';
import type { Clock } from './clock.ts';
import { openLoop } from './loop.ts';

const BEAT = 1000;
/** A process that has not been heard of for so long, in milliseconds, counts as gone. */
const SILENT = 4000;
/** Milliseconds that a part is waited for while the store answers: whoever died with it is silent by then. */
const PATIENCE = SILENT + BEAT;
/** Milliseconds until all others have noticed who has joined. */
const NOTICED = 2 * BEAT;
const HOUR = 60 * 60_000;

export interface PresenceDeps {
  store: Store;
  /** This process, among those that work on the store. */
  process: string;
  platforms(): readonly PlatformName[];
  clock: Clock;
  log: Log;
}

/**
 * Says every second that this process lives, and what it serves, so that several share the platforms among them, and those who come later know
 * how long nobody was there. In a store for one process alone it is said only while a round is played.
 */
export interface Presence {
  /** How long nobody was there until now, in milliseconds; 0 where another process lives, or none ever did. */
  away(): number;
  /**
   * Makes a part of a platform this process's own, until it leaves.
   *
   * @throws PlatformError with a sentence of the part's when a process that lives has it
   */
  join(platform: PlatformName, part?: Part): Promise<void>;
  leave(platform: PlatformName): void;
  /** What of a platform's pace is this process's: 1 where it is alone, else as much as each other's. */
  share(platform: PlatformName): number;
  /** Whether the others know by now that this process takes its share. */
  isNoticed(platform: PlatformName): boolean;
  /** Says no more, and that nothing is served any more: whoever follows need not wait for this process to be silent. */
  stop(): Promise<void>;
}

interface Wish {
  platform: PlatformName;
  part: Part;
  until: number;
  done: PromiseWithResolvers<void>;
}

/** Of a platform that any number of processes may serve together. */
const whole: Part = { name: '', conflict: () => undefined };

/**
 * Begins to say so.
 *
 * @throws StoreError
 */
export async function openPresence({
  store,
  process,
  platforms,
  clock,
  log,
}: PresenceDeps): Promise<Presence> {
  const last = await store.processes.lastBeat();
  const parts = new Map<PlatformName, { name: string; since: number }>();
  const wishes = new Set<Wish>();
  let others: readonly RunningProcess[] = [];
  let cleared = Number.NEGATIVE_INFINITY;

  const self = (more: RunningProcess['parts'] = {}): RunningProcess => ({
    id: process,
    at: clock.now(),
    parts: { ...Object.fromEntries([...parts].map(([platform, { name }]) => [platform, name])), ...more },
  });

  const beside = (platform: PlatformName) =>
    others.filter(({ parts }) => parts[platform] !== undefined).length;

  const tryToJoin = async (wish: Wish) => {
    const { platform, part, until, done } = wish;
    const now = clock.now();
    const conflict = await store.processes.join(self({ [platform]: part.name }), now - SILENT, (living) => {
      others = living;
      return part.conflict(living.flatMap(({ parts }) => parts[platform] ?? []));
    });
    if (conflict === undefined) {
      parts.set(platform, { name: part.name, since: now });
      done.resolve();
    } else if (now >= until) done.reject(new PlatformError(conflict));
    else return;
    wishes.delete(wish);
  };

  const say = () => {
    const now = clock.now();
    return store.transaction(async ({ processes }) => {
      await processes.beat(self());
      if (now - cleared < HOUR) return;
      await processes.clear(now - HOUR);
      cleared = now;
    });
  };

  const beat = async () => {
    for (const wish of wishes) await tryToJoin(wish);
    if (store.shared || (await store.rounds.nextDeadline(platforms()))) await say();
    if (store.shared)
      others = (await store.processes.alive(clock.now() - SILENT)).filter(({ id }) => id !== process);
    return clock.now() + BEAT;
  };

  // Joining is a part of the beat, so that no beat from before it can follow and take it back.
  const loop = openLoop(clock, beat, (error) => log.warn({ err: error }, 'The store does not answer.'));
  loop.wake();
  return {
    away() {
      const silence = last === undefined || others.length > 0 ? 0 : clock.now() - last;
      return silence < SILENT ? 0 : silence;
    },
    async join(platform, part = whole) {
      if (!store.shared) return;
      const done = Promise.withResolvers<void>();
      wishes.add({ platform, part, until: clock.now() + PATIENCE, done });
      loop.wake();
      await done.promise;
    },
    leave(platform) {
      parts.delete(platform);
      loop.wake();
    },
    share: (platform) => 1 / (1 + beside(platform)),
    isNoticed(platform) {
      const joined = clock.now() - (parts.get(platform)?.since ?? 0);
      return beside(platform) === 0 || joined >= NOTICED || joined < 0; // clocks are set back, too
    },
    async stop() {
      await loop.stop();
      parts.clear();
      // Where this fails, the process is silent soon.
      if (store.shared) await store.processes.beat(self()).catch(() => {});
    },
  };
}
