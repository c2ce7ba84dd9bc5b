import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../chat/errors.ts';
import { isBusy } from './errors.ts';

/** Milliseconds for another program to end. */
const PATIENCE = 5000;

/**
 * Keeps a data folder for this program alone, for as long as the connection is open; whoever only reads or writes its database is not
 * held back. It is a lock on an empty file, which the system takes away from a program that ends in any way.
 *
 * @throws StoreError when another program has the folder, and keeps it for 5 s
 */
export function keepAlone(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dataDir, 'studyhall.lock'), { timeout: PATIENCE });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StoreError(
      `Another Studyhall already runs on ${dataDir}. Stop it, or set another DATA_DIR here; several processes can share one PostgreSQL (DATABASE_URL).`,
    );
  }
}
