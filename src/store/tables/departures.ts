import { type RawBuilder, sql } from 'kysely';
import type { Departures } from '../care.ts';
import type { Context } from './context.ts';
import { dropRounds, dropRows } from './drop.ts';
import { dropQueues } from './outbox.ts';
import { withSteps } from './steps.ts';

/** Every table that has a column of this name, with an index on it. */
const naming = [
  'servers',
  'rounds',
  'answers',
  'subscriptions',
  'dailies',
  'hidden',
  'reports',
  'scores',
  'departed',
] as const;

export function departuresIn(context: Context): Departures {
  const { db } = context;

  /** Its rounds or questions of the day, some at a time. */
  const some = (table: 'rounds' | 'dailies', server: string, limit: number) =>
    db.selectFrom(table).select(['id', 'place']).where('server', '=', server).limit(limit).execute();

  /** Takes its name out of the answers of some rounds and days. */
  const freeAnswers = async (server: string, limit: number): Promise<number> => {
    const found = await db
      .selectFrom('answers')
      .select('session')
      .distinct()
      .where('server', '=', server)
      .limit(limit)
      .execute();
    const sessions = found.map(({ session }) => session);
    if (sessions.length > 0)
      await db
        .updateTable('answers')
        .set({ server: null })
        .where('session', 'in', sessions)
        .where('server', '=', server)
        .execute();
    return sessions.length;
  };

  /** What is kept of places, and of what was to be sent there. */
  const dropPlaces = async (places: readonly string[]) => {
    if (places.length === 0) return;
    await db.deleteFrom('asked').where('place', 'in', places).execute();
    await db.deleteFrom('shown').where('place', 'in', places).execute();
    await dropQueues(db, places);
  };

  return {
    async servers(after, limit) {
      const { rows } = await sql<{ server: string; at: number | null; told: number | null }>`
        ${withSteps(nextServer, after, limit)}
        select value as server, at, told from steps left join departed on server = value where value is not null order by step`.execute(
        db,
      );
      return rows.map(({ server, at, told }) => ({
        server,
        ...(at !== null && { gone: { at, told: told === 1 } }),
      }));
    },

    async note(server, { at, told }) {
      await db
        .insertInto('departed')
        .values({ server, at, told: Number(told) })
        .onConflict((conflict) =>
          told ? conflict.column('server').doUpdateSet({ at, told: 1 }) : conflict.doNothing(),
        )
        .execute();
    },

    async clear(server) {
      await db.deleteFrom('departed').where('server', '=', server).execute();
    },

    async forget(server, limit) {
      const rounds = await some('rounds', server, limit);
      const dailies = await some('dailies', server, limit);
      await dropRounds(context, rounds.map(idOf));
      await dropRows(db, 'dailies', dailies.map(idOf));
      await dropPlaces([...new Set([...rounds, ...dailies].map(placeOf))]);
      const sessions = await freeAnswers(server, limit);
      if (rounds.length + dailies.length + sessions > 0) return true;

      const subscriptions = await db
        .selectFrom('subscriptions')
        .select(['id', 'place'])
        .where('server', '=', server)
        .execute();
      const ids = subscriptions.map(idOf);
      if (ids.length > 0) {
        await db.deleteFrom('claims').where('subscription', 'in', ids).execute();
        await db.deleteFrom('outbox').where('subscription', 'in', ids).execute();
      }
      await dropRows(db, 'subscriptions', ids);
      await dropPlaces(subscriptions.map(placeOf));
      for (const table of ['servers', 'hidden', 'reports', 'scores', 'departed'] as const)
        await db.deleteFrom(table).where('server', '=', server).execute();
      return false;
    },
  };
}

function nextServer(than: RawBuilder<unknown>): RawBuilder<unknown> {
  const next = naming.map(
    (table) => sql`select min(server) as server from ${sql.table(table)} where server > ${than}`,
  );
  return sql`select min(server) from (${sql.join(next, sql` union all `)}) found`;
}

function idOf({ id }: { id: string }): string {
  return id;
}

function placeOf({ place }: { place: string }): string {
  return place;
}
