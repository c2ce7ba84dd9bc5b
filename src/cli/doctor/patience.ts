import { setTimeout } from 'node:timers/promises';
import { LateError, type Means } from '../../chat/examination.ts';

/**
 * Waits for answers, each for so long, and for all of them together no longer than in all.
 *
 * @param each milliseconds
 * @param inAll milliseconds from now
 */
export function patience(each: number, inAll: number): Means['inTime'] {
  const end = performance.now() + inAll;
  return async (answer) => {
    const settled = new AbortController();
    const left = Math.max(0, Math.min(each, end - performance.now()));
    const late = setTimeout(left, undefined, { signal: settled.signal }).then(() => {
      throw new LateError(`There was no answer in ${each / 1000} seconds.`);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      settled.abort();
    }
  };
}
