import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** A database that the store works on. Its functions throw the database's own errors. */
export interface Engine {
  /** Sees what is committed; nothing is written through it. */
  reader: Kysely<Database>;
  /** Does single statements, each a transaction of its own, beside other work; missing where only one transaction is at work at a time. */
  single?: Kysely<Database>;
  /** Whether a transaction can keep rows from others. Where not, only one transaction is at work at a time. */
  locksRows: boolean;
  /** Does work in a transaction. What it returns is given back after the commit; what it throws undoes it. */
  transaction<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  /** A StoreError with a sentence for an error of the database; any other error as it is. */
  explain(error: unknown): unknown;
  /** Ends; nothing is under way any more. */
  close(): Promise<void>;
}
