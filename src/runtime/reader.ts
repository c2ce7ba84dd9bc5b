import { Worker } from 'node:worker_threads';
import type { ReadDeck } from '../core/knowledge/types.ts';

/** What to read: every deck in these folders, unless their files are those that are known. */
export interface Order {
  folders: readonly string[];
  /** The fingerprint of what was read last. */
  known: string;
  /** A file that keeps what was read, so that the next start need not read it again. */
  cache?: string;
}

export interface Reading {
  /** Changes with every change in any file, or in the code that reads them. */
  fingerprint: string;
  decks: (ReadDeck & { id: string; path: string })[];
}

/**
 * Reads decks in a thread of their own: Markdown takes seconds a megabyte, and members are answered meanwhile. Of several decks
 * with one id the last is read.
 *
 * @returns undefined where nothing has changed
 */
export function readDecks(order: Order): Promise<Reading | undefined> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), {
      workerData: order,
      execArgv: [],
    });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that reads decks ended without an answer.')));
  });
}
