import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { PlatformName } from '../../chat/event.ts';
import type { Database, OutboxTable } from '../schema.ts';
import type { Lane, NewRow, Outbox, OutboxRow } from '../types.ts';
import type { Context } from './context.ts';

export function outboxIn({ db, locks }: Context): Outbox {
  return {
    async put(rows) {
      if (rows.length > 0) await db.insertInto('outbox').values(rows.map(valuesOf)).execute();
    },

    async take(process, rooms, now, until) {
      const rows: Selectable<OutboxTable>[] = [];
      for (const { platform, rows: most, tips } of rooms) {
        const due = (lane: Lane, limit: number) => {
          const first = heads(db, platform, lane)
            .selectAll()
            .where('due', '<=', now)
            .orderBy('id')
            .limit(limit);
          return limit > 0 ? (locks ? first.forUpdate().skipLocked() : first).execute() : [];
        };
        const play = await due('play', most);
        rows.push(...play, ...(await due('tip', Math.min(tips, most - play.length))));
      }
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

    async renew(ids, process, until) {
      if (ids.length === 0) return;
      await db
        .updateTable('outbox')
        .set({ due: until })
        .where('id', 'in', ids.map(Number))
        .where('owner', '=', process)
        .execute();
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
      await waitingPosts(db).where('round', '=', round).execute();
    },

    async withdrawOf(subscription) {
      await waitingPosts(db).where('subscription', '=', subscription).execute();
    },

    async nextDue(platform, lane) {
      const first = heads(db, platform, lane).select('due').limit(1);
      return (await first.executeTakeFirst())?.due;
    },
  };
}

/**
 * The first row of each queue of a lane, by when they are due. That a row is the first is asked of each one in turn, and by one column, so that no
 * database can go any other way: a few are wanted of many thousands, and comparing all with all takes PostgreSQL a minute.
 */
function heads(db: Kysely<Database>, platform: PlatformName, lane: Lane) {
  return db
    .selectFrom('outbox')
    .where('platform', '=', platform)
    .where('lane', '=', lane)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('outbox as first')
        .select('first.id')
        .whereRef('first.queue', '=', 'outbox.queue')
        .orderBy('first.id')
        .limit(1),
    )
    .orderBy('due');
}

/** Posts that nobody is posting just now, to be taken out. */
function waitingPosts(db: Kysely<Database>) {
  return db.deleteFrom('outbox').where('owner', 'is', null).where('kind', '=', 'post');
}

/** Takes out all that is to be sent to places. */
export async function dropQueues(db: Kysely<Database>, places: readonly string[]): Promise<void> {
  const queues = places.flatMap((key) => {
    const [platform = '', ...place] = key.split(':');
    return lanes.map((lane) => queueOf(platform, lane, place.join(':')));
  });
  if (queues.length > 0) await db.deleteFrom('outbox').where('queue', 'in', queues).execute();
}

const lanes: readonly Lane[] = ['play', 'tip'];

function queueOf(platform: string, lane: Lane, place: string): string {
  return `${platform}:${lane}:${place}`;
}

function valuesOf(row: NewRow): Insertable<OutboxTable> {
  const { platform, dispatch, lane = 'play', round, subscription = null, at, notBefore = at } = row;
  return {
    platform,
    place: dispatch.place,
    kind: dispatch.kind,
    dispatch: JSON.stringify(dispatch),
    round: round?.id ?? null,
    about: round ? JSON.stringify({ message: round.message, question: round.question }) : null,
    at,
    due: notBefore,
    owner: null,
    tries: 0,
    tried: null,
    doubtful: 0,
    lane,
    subscription,
    queue: queueOf(platform, lane, dispatch.place),
  };
}

/** A row that still belongs to somebody was not given back in time: nobody knows what came of it. */
function rowOf(row: Selectable<OutboxTable>): OutboxRow {
  const { id, platform, dispatch, lane, round, about, subscription, at, owner, tries, tried, doubtful } = row;
  return {
    id: String(id),
    platform,
    dispatch: JSON.parse(dispatch),
    ...(lane === 'tip' && { lane }),
    ...(round !== null && about !== null && { round: { id: round, ...JSON.parse(about) } }),
    ...(subscription !== null && { subscription }),
    at,
    tries,
    ...(tried !== null && { triedAt: tried }),
    doubtful: owner !== null || doubtful === 1,
  };
}
