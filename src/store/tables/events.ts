import type { Events } from '../types.ts';
import type { Context } from './context.ts';

export function eventsIn({ db }: Context): Events {
  return {
    async take(id, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('events')
        .values({ id, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async forget(before) {
      await db.deleteFrom('events').where('at', '<', before).execute();
    },
  };
}
