import { sql } from 'kysely';
import type { Figures } from '../types.ts';
import type { Context } from './context.ts';

/** What is due for longer, in milliseconds, is late. */
const LATE = 60_000;

export function figuresIn({ db }: Context): Figures {
  return {
    async all(now) {
      const waiting = await db
        .selectFrom('outbox')
        .select(({ fn }) => ['platform', 'lane', fn.countAll<number>().as('rows'), fn.min('id').as('first')])
        .groupBy(['platform', 'lane'])
        .execute();
      const firsts = db
        .selectFrom('outbox')
        .select(({ fn }) => fn.min('id').as('id'))
        .groupBy(['platform', 'lane']);
      const ages = await db.selectFrom('outbox').select(['id', 'at']).where('id', 'in', firsts).execute();
      const rounds = await db
        .selectFrom('rounds')
        .select(({ fn }) => ['platform', fn.countAll<number>().as('live')])
        .where('deadline', 'is not', null)
        .groupBy('platform')
        .execute();
      const tips = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => [
          'platform',
          fn.countAll<number>().as('due'),
          fn.sum<number>(sql`case when due < ${now - LATE} then 1 else 0 end`).as('late'),
        ])
        .where('paused', 'is', null)
        .where('due', '<=', now)
        .groupBy('platform')
        .execute();
      return {
        outbox: waiting.map(({ platform, lane, rows, first }) => ({
          platform,
          lane,
          rows: Number(rows),
          oldest: ages.find(({ id }) => id === first)?.at ?? now,
        })),
        rounds: rounds.map(({ platform, live }) => ({ platform, live: Number(live) })),
        tips: tips.map(({ platform, due, late }) => ({ platform, due: Number(due), late: Number(late) })),
      };
    },
  };
}
