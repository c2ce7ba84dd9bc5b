import type { Kysely } from 'kysely';
import { HISTORY } from './migrate.ts';
import type { Database, SubscriptionRow } from './schema.ts';

/** A subscription, as far as a look at it goes. */
export interface Held extends Pick<SubscriptionRow, 'platform' | 'place' | 'server' | 'kind' | 'paused'> {
  /** Whether its place has refused everything of late. */
  refusing: boolean;
}

/** What a database holds. */
export interface Holding {
  /** How many migrations the next start makes; all there are where it holds nothing yet. */
  pending: number;
  /** Whether nothing of Studyhall's is there yet. */
  empty: boolean;
  /** A change that only a newer program knows. */
  newer?: string;
  subscriptions: Held[];
}

/** @param known names of all changes of the tables */
export async function holdingOf(database: Kysely<Database>, known: readonly string[]): Promise<Holding> {
  const db = database.withTables<{ [HISTORY]: { name: string } }>();
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  if (!tables.includes(HISTORY)) return nothing(known);
  const applied = (await db.selectFrom(HISTORY).select('name').execute()).map(({ name }) => name);
  const newer = applied.find((name) => !known.includes(name));
  return {
    pending: known.filter((name) => !applied.includes(name)).length,
    empty: applied.length === 0,
    ...(newer !== undefined && { newer }),
    subscriptions: tables.includes('subscriptions') ? await heldIn(database) : [],
  };
}

async function heldIn(db: Kysely<Database>): Promise<Held[]> {
  const all = db
    .selectFrom('subscriptions')
    .select(['platform', 'place', 'server', 'kind', 'paused', 'failing'])
    .orderBy('id');
  return (await all.execute()).map(({ failing, ...one }) => ({ ...one, refusing: failing !== null }));
}

export function nothing(known: readonly string[]): Holding {
  return { pending: known.length, empty: true, subscriptions: [] };
}
