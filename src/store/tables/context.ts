import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Setups } from '../setups.ts';

/** What every table works with. */
export interface Context {
  /** A transaction's, or one that is only read from. */
  db: Kysely<Database>;
  /** Whether rows that are read are to be kept from others until the commit. */
  locks: boolean;
  setups: Setups;
  now(): number;
}
