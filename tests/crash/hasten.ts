import { setTimeout as pause } from 'node:timers/promises';
import type { Table } from './table.ts';
import type { Time } from './time.ts';

/** How much faster time passes meanwhile. */
const FAST = 60;
/** Milliseconds by the machine's clock. */
const PATIENCE = 10_000;

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
  const last = Date.now() + PATIENCE;
  for (time.flow(FAST); ; await pause(5)) {
    const found = await what();
    if (found) {
      time.flow(1);
      return found;
    }
    if (Date.now() > last) {
      const posted = table.posts().map(({ text }) => text);
      throw new Error(`It never came to that. Posted:\n${posted.join('\n--\n')}`);
    }
  }
}
