import type { Reading } from '../chat/examination.ts';
import type { Holding } from './holding.ts';
import { probePostgres } from './postgres/probe.ts';
import { probeSqlite } from './sqlite/probe.ts';

export interface StoreSettings {
  databaseUrl?: string;
  dataDir: string;
}

/** What a look at the database has shown. */
export interface Probe extends Holding {
  /** The engine with its version. */
  engine: string;
  /** The database in words. */
  where: string;
  /** Missing where the program has yet to make it. */
  bytes?: number;
  /** Why nothing can be written, and what to do. */
  obstacle?: string;
  /** The database server's clock. */
  reading?: Reading;
}

/**
 * Looks at the place where the program's data lives, or is to live. Makes, changes and locks nothing: the program may be at work on it.
 *
 * @param now milliseconds since 1970
 * @throws StoreError with one sentence that says what to mend
 */
export async function probeStore({ databaseUrl, dataDir }: StoreSettings, now: () => number): Promise<Probe> {
  return databaseUrl ? probePostgres(databaseUrl, now) : probeSqlite(dataDir);
}
