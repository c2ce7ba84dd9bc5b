import type { Processes } from '../types.ts';
import type { Context } from './context.ts';

export function processesIn({ db }: Context): Processes {
  return {
    async beat(id, at) {
      await db
        .insertInto('processes')
        .values({ id, at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
        .execute();
    },

    async alive(since) {
      const living = db.selectFrom('processes').select(({ fn }) => fn.countAll<number>().as('count'));
      return (await living.where('at', '>=', since).executeTakeFirstOrThrow()).count;
    },

    async lastBeat() {
      const last = await db
        .selectFrom('processes')
        .select('at')
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return last?.at;
    },
  };
}
