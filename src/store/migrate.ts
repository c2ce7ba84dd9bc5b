import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { StoreError } from '../chat/errors.ts';
import type { Database } from './schema.ts';

/** Which migrations a store has seen. Not kysely's own name: other programs may live in the same PostgreSQL database. */
export const HISTORY = 'studyhall_migrations';

/**
 * Brings the tables up to date. The caller has begun a transaction and holds a lock that keeps all other processes from doing the same, which
 * is also why kysely's Migrator is not used: it takes its lock, or none, inside, and in a transaction its error is not the one that came first.
 *
 * @param where the database in words, for a sentence
 * @param before called with the name of the first migration, when a store that holds something is about to be changed
 * @throws StoreError when the store was written by a newer program
 */
export async function migrate(
  database: Kysely<Database>,
  migrations: Readonly<Record<string, Migration>>,
  where: string,
  before: (migration: string) => Promise<void>,
): Promise<void> {
  const db = database.withTables<{ [HISTORY]: { name: string } }>();
  const tables = await db.introspection.getTables();
  await db.schema
    .createTable(HISTORY)
    .ifNotExists()
    .addColumn('name', 'text', (name) => name.notNull().primaryKey())
    .execute();
  const applied = (await db.selectFrom(HISTORY).select('name').orderBy('name').execute()).map(
    ({ name }) => name,
  );
  const known = Object.entries(migrations).sort(([one], [other]) => (one < other ? -1 : 1));
  const newer = applied.find((name) => !Object.hasOwn(migrations, name));
  if (newer !== undefined)
    throw new StoreError(
      `${where} was written by a newer Studyhall: it has "${newer}", and this program knows only up to "${known.at(-1)?.[0]}". ` +
        'Start the newer program, or put back a copy from the time before it.',
    );
  const missing = known.filter(([name]) => !applied.includes(name));
  const [first] = missing;
  if (first && tables.length > 0) await before(first[0]);
  for (const [name, migration] of missing) {
    await migration.up(db);
    await db.insertInto(HISTORY).values({ name }).execute();
  }
}
