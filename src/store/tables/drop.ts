import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Context } from './context.ts';

/** Deletes rounds with all but their answers. */
export async function dropRounds({ db, setups }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const id of ids) setups.drop(id);
  await db.deleteFrom('setups').where('round', 'in', ids).execute();
  await db.deleteFrom('participants').where('round', 'in', ids).execute();
  await db.deleteFrom('rounds').where('id', 'in', ids).execute();
}

/** Deletes rows of a table by their ids. */
export async function dropRows(
  db: Kysely<Database>,
  table: 'solos' | 'dailies' | 'subscriptions',
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await db.deleteFrom(table).where('id', 'in', ids).execute();
}
