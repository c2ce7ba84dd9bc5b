import { StoreError } from '../chat/errors.ts';
import { tablesThrough } from './through.ts';
import type { Store } from './types.ts';

export type Work = 'read' | 'change' | 'transaction';

/**
 * A store whose work is timed.
 *
 * @param elapsed milliseconds from any start, never going back
 * @param done told of each work: its milliseconds, and whether the store did it; work that undid itself was done
 */
export function timed(
  store: Store,
  elapsed: () => number,
  done: (work: Work, ms: number, failed: boolean) => void,
): Store {
  const time = async <T>(work: Work, doing: () => Promise<T>): Promise<T> => {
    const began = elapsed();
    try {
      const result = await doing();
      done(work, elapsed() - began, false);
      return result;
    } catch (error) {
      done(work, elapsed() - began, error instanceof StoreError);
      throw error;
    }
  };
  return {
    ...store,
    ...tablesThrough(
      (work) => time('read', () => work(store)),
      (work) => time('change', () => work(store)),
    ),
    transaction: (work) => time('transaction', () => store.transaction(work)),
  };
}
