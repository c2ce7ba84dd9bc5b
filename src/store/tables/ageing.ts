import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Ageing } from '../care.ts';
import type { Database } from '../schema.ts';
import type { Context } from './context.ts';
import { dropRounds, dropRows } from './drop.ts';
import { withSteps } from './steps.ts';
import { totalOldestWeek } from './totals.ts';

export function ageingIn(context: Context): Ageing {
  const { db } = context;
  return {
    async answerers(after, limit) {
      const next = (than: RawBuilder<unknown>) => sql`select min(player) from answers where player > ${than}`;
      const { rows } = await sql<{ player: string; at: number }>`
        ${withSteps(next, after, limit)}
        select value as player, (select min(at) from answers where player = value) as at
        from steps where value is not null order by step`.execute(db);
      return rows;
    },

    total: (player, before) => totalOldestWeek(context, player, before),

    async drop(before, limit) {
      const rounds = await db
        .selectFrom('rounds')
        .select(['id', 'place'])
        .where('ended', '<', before)
        .orderBy('ended')
        .limit(limit)
        .execute();
      const dailies = await db
        .selectFrom('dailies')
        .select(['id', 'place'])
        .where('at', '<', before)
        .orderBy('at')
        .limit(limit)
        .execute();
      const solos = await db
        .selectFrom('solos')
        .select('id')
        .where('at', '<', before)
        .orderBy('at')
        .limit(limit)
        .execute();
      const idOf = ({ id }: { id: string }) => id;
      await dropRounds(context, rounds.map(idOf));
      await dropRows(db, 'dailies', dailies.map(idOf));
      await dropRows(db, 'solos', solos.map(idOf));
      const places = new Set([...rounds, ...dailies].map(({ place }) => place));
      await dropAsked(db, [...places]);
      const shown = await dropShown(db, before, limit);
      return rounds.length + dailies.length + solos.length + shown > 0;
    },
  };
}

/** What places were asked, where no round and no question of the day is left. */
async function dropAsked(db: Kysely<Database>, places: readonly string[]): Promise<void> {
  if (places.length === 0) return;
  await db
    .deleteFrom('asked')
    .where('place', 'in', places)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('rounds').select('id').whereRef('rounds.place', '=', 'asked.place'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('dailies').select('id').whereRef('dailies.place', '=', 'asked.place'))),
    )
    .execute();
}

/** The tips that places have seen which have no subscription any more. */
async function dropShown(db: Kysely<Database>, before: number, limit: number): Promise<number> {
  const places = await db
    .selectFrom('shown')
    .select('place')
    .where('at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('subscriptions').select('id').whereRef('subscriptions.place', '=', 'shown.place')),
      ),
    )
    .limit(limit)
    .execute();
  if (places.length === 0) return 0;
  await db
    .deleteFrom('shown')
    .where(
      'place',
      'in',
      places.map(({ place }) => place),
    )
    .execute();
  return places.length;
}
