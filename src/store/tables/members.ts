import type { Members } from '../types.ts';
import type { Context } from './context.ts';
import { everythingOf } from './everything.ts';
import { forget } from './forget.ts';

export function membersIn({ db, locks, now }: Context): Members {
  return {
    async hide(server, player, hidden) {
      if (!hidden) {
        await db.deleteFrom('hidden').where('server', '=', server).where('player', '=', player).execute();
        return;
      }
      await db
        .insertInto('hidden')
        .values({ server, player, at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async hidden(server, player) {
      const row = db
        .selectFrom('hidden')
        .select('at')
        .where('server', '=', server)
        .where('player', '=', player);
      return (await row.executeTakeFirst()) !== undefined;
    },

    everything: (player) => everythingOf(db, player),
    forget: (player, as) => forget(db, locks, player, as),
  };
}
