import { setTimeout as pause } from 'node:timers/promises';
import type { Table } from './table.ts';
import type { Time } from './time.ts';

/** How much faster time passes meanwhile, and how many milliseconds of it at most between two looks: a slow machine must not miss anything. */
const FAST = 60;
const STEP = 2000;
/** Milliseconds by the machine's clock, between looks and in all. */
const PAUSE = 5;
const PATIENCE = 30_000;

type Soon<T> = T | Promise<T>;

/**
 * Lets time pass quickly until something is so, then again as the machine's does.
 *
 * @throws Error with all that is posted at the table, when it does not come to that
 */
export async function hasten<F>(
  time: Time,
  table: Table,
  what: () => Soon<F | undefined | false>,
): Promise<F> {
  const begun = Date.now();
  time.flow(1);
  for (let before = begun; ; ) {
    const found = await what();
    if (found) return found;
    await pause(PAUSE);
    const now = Date.now();
    time.skip(Math.min((now - before) * FAST, STEP));
    before = now;
    if (now - begun > PATIENCE) {
      const posted = table.posts().map(({ text }) => text);
      throw new Error(`It never came to that. Posted:\n${posted.join('\n--\n')}`);
    }
  }
}
