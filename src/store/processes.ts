import type { PlatformName } from '../chat/event.ts';

/** A process, as it said of itself last. */
export interface RunningProcess {
  id: string;
  at: number;
  /** Which part of each platform it serves, in words of the platform's own. */
  parts: Readonly<Partial<Record<PlatformName, string>>>;
}

/** The processes that work on this store. */
export interface Processes {
  /** A process says that it lives, and what it serves. */
  beat(process: RunningProcess): Promise<void>;
  /**
   * A process says so for the first time of a part, unless that conflicts with what others serve. Of several that join at once each sees those
   * before it.
   *
   * @param conflict given the others that have said so since a moment; what it finds is given back, and then nothing is said
   */
  join<T>(
    process: RunningProcess,
    since: number,
    conflict: (others: readonly RunningProcess[]) => T | undefined,
  ): Promise<T | undefined>;
  /** Those that have said so since a moment. */
  alive(since: number): Promise<RunningProcess[]>;
  /** When any process last said so. */
  lastBeat(): Promise<number | undefined>;
  /** Those that have been silent since a moment are gone. */
  clear(before: number): Promise<void>;
}

/** Events that would have an effect twice if they were taken twice. */
export interface Events {
  /** True for the first who takes it, of all processes. */
  take(id: string, now: number): Promise<boolean>;
  /** What was taken before a moment is not delivered again. */
  forget(before: number): Promise<void>;
}
