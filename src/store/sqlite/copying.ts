import { open, rename, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

/** What to copy where. */
export interface CopyOrder {
  file: string;
  copy: string;
}

/**
 * Copies a database whole, as it is committed at one moment, while others work on it: in a thread, so that nobody waits for the disk. The copy has
 * its name only once it is on the disk.
 *
 * @param signal aborts it; then there is no copy
 */
export async function copyDatabase(file: string, copy: string, signal?: AbortSignal): Promise<void> {
  const unfinished = `${copy}.part`;
  await rm(unfinished, { force: true });
  try {
    await copied({ file, copy: unfinished }, signal);
    const written = await open(unfinished, 'r+');
    await written.sync();
    await written.close();
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function copied(order: CopyOrder, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const thread = new Worker(new URL('./copy-thread.ts', import.meta.url), {
      workerData: order,
      execArgv: [],
    });
    const end = () => void thread.terminate();
    signal?.addEventListener('abort', end, { once: true });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal?.removeEventListener('abort', end);
      if (code === 0) resolve();
      else reject(signal?.reason ?? new Error('The thread that copies the database ended too early.'));
    });
  });
}
