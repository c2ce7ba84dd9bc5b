import { setTimeout as sleep } from 'node:timers/promises';
import { count } from './subject.ts';

/** Waits until the program makes no more calls, counts them and forgets them. */
export async function afterTheLast(calls: unknown[], outcomes: Map<string, number>): Promise<void> {
  for (let before = -1; before !== calls.length; ) {
    before = calls.length;
    await sleep(10);
  }
  count(outcomes, 'calls of the program', calls.length);
  calls.length = 0;
}
