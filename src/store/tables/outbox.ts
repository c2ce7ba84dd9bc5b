import { type Kysely, type Selectable, sql } from 'kysely';
import type { PlatformName } from '../../chat/event.ts';
import type { Database, OutboxTable } from '../schema.ts';
import type { NewRow, Outbox, OutboxRow } from '../types.ts';
import type { Context } from './context.ts';

export function outboxIn({ db, locks }: Context): Outbox {
  return {
    async put(rows) {
      if (rows.length > 0) await db.insertInto('outbox').values(rows.map(valuesOf)).execute();
    },

    async take(process, platforms, now, until, limit) {
      if (platforms.length === 0) return [];
      const due = heads(db, platforms)
        .selectAll()
        .where('due', '<=', now)
        .orderBy('due')
        .orderBy('id')
        .limit(limit);
      const rows = await (locks ? due.forUpdate().skipLocked() : due).execute();
      if (rows.length === 0) return [];
      const ids = rows.map(({ id }) => id);
      await db
        .updateTable('outbox')
        .set(({ eb, ref, fn, val }) => ({
          owner: process,
          due: until,
          tries: eb('tries', '+', 1),
          tried: fn.coalesce(ref('tried'), val(now)),
          doubtful: sql`case when owner is null then doubtful else 1 end`,
        }))
        .where('id', 'in', ids)
        .execute();
      return rows.map(rowOf);
    },

    async renew(process, until) {
      await db.updateTable('outbox').set({ due: until }).where('owner', '=', process).execute();
    },

    async done(id, process) {
      const taken = db.deleteFrom('outbox').where('id', '=', Number(id)).where('owner', '=', process);
      return (await taken.executeTakeFirst()).numDeletedRows > 0n;
    },

    async later(id, process, at, doubtful) {
      // Platforms ask to wait for fractions of a millisecond, too.
      const back = { owner: null, due: Math.ceil(at), doubtful: doubtful ? 1 : 0 };
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set(doubtful ? back : { ...back, tries: 0, tried: null })
        .where('id', '=', Number(id))
        .where('owner', '=', process)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async withdraw(round) {
      await db
        .deleteFrom('outbox')
        .where('round', '=', round)
        .where('owner', 'is', null)
        .where('kind', '=', 'post')
        .execute();
    },

    async nextDue(platforms) {
      if (platforms.length === 0) return undefined;
      const first = heads(db, platforms).select('due').orderBy('due').limit(1);
      return (await first.executeTakeFirst())?.due;
    },
  };
}

/** The first row of each place. */
function heads(db: Kysely<Database>, platforms: readonly PlatformName[]) {
  return db
    .selectFrom('outbox')
    .where('platform', 'in', platforms)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.platform', '=', 'outbox.platform')
            .whereRef('earlier.place', '=', 'outbox.place')
            .whereRef('earlier.id', '<', 'outbox.id'),
        ),
      ),
    );
}

function valuesOf({ platform, dispatch, round, at }: NewRow) {
  return {
    platform,
    place: dispatch.place,
    kind: dispatch.kind,
    dispatch: JSON.stringify(dispatch),
    round: round?.id ?? null,
    about: round ? JSON.stringify({ message: round.message, question: round.question }) : null,
    at,
    due: at,
    owner: null,
    tries: 0,
    tried: null,
    doubtful: 0,
  };
}

/** A row that still belongs to somebody was not given back in time: nobody knows what came of it. */
function rowOf(row: Selectable<OutboxTable>): OutboxRow {
  const { id, platform, dispatch, round, about, at, owner, tries, tried, doubtful } = row;
  return {
    id: String(id),
    platform,
    dispatch: JSON.parse(dispatch),
    ...(round !== null && about !== null && { round: { id: round, ...JSON.parse(about) } }),
    at,
    tries,
    ...(tried !== null && { triedAt: tried }),
    doubtful: owner !== null || doubtful === 1,
  };
}
