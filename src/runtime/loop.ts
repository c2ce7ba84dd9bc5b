import type { Clock } from './clock.ts';

export interface Loop {
  /** Works as soon as possible, though never twice at the same time. */
  wake(): void;
  /** Works no more, and resolves when the work under way is done. */
  stop(): Promise<void>;
}

/** Milliseconds until work that failed is tried again. */
const AFTER_FAILURE = 1000;

/**
 * Works again and again: when woken, and at the moment that the last work has named.
 *
 * @param work resolves with the moment at which there is more to do
 * @param failed told of an error, once for as long as it stays the same; the work is tried again a second later
 */
export function openLoop(clock: Clock, work: () => Promise<number>, failed: (error: unknown) => void): Loop {
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;
  let callOff = () => {};
  /** What was last told of, until the work succeeds again. */
  let told: string | undefined;

  const attempt = async () => {
    try {
      const next = await work();
      told = undefined;
      return next;
    } catch (error) {
      if (told !== String(error)) failed(error);
      told = String(error);
      return clock.now() + AFTER_FAILURE;
    }
  };

  const run = async () => {
    let next = clock.now();
    do {
      again = false;
      next = await attempt();
    } while (again && !stopped);
    running = undefined;
    if (!stopped) callOff = clock.at(next, wake);
  };

  const wake = () => {
    if (stopped) return;
    callOff();
    again = true;
    running ??= run();
  };

  return {
    wake,
    async stop() {
      stopped = true;
      callOff();
      await running;
    },
  };
}
