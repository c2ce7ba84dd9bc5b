import { setTimeout } from 'node:timers/promises';

/** Resolves after so many milliseconds; rejects when the signal says that nobody waits any more. */
export type After = (ms: number, signal?: AbortSignal) => Promise<void>;

export const after: After = (ms, signal) => setTimeout(ms, undefined, { ...(signal && { signal }) });

/** What a promise resolves to; undefined when it takes longer than `ms` milliseconds. */
export async function within<T>(ms: number, promise: Promise<T>, wait: After): Promise<T | undefined> {
  const settled = new AbortController();
  try {
    return await Promise.race([promise, wait(ms, settled.signal).then(() => undefined)]);
  } finally {
    settled.abort();
  }
}
