import type { Servers } from '../types.ts';
import type { Context } from './context.ts';

export function serversIn({ db }: Context): Servers {
  return {
    async changedSince(at) {
      const rows = await db
        .selectFrom('servers')
        .selectAll()
        .where('at', '>=', at)
        .orderBy('server')
        .execute();
      return rows.map(({ settings, ...rest }) => ({ ...rest, settings: JSON.parse(settings) }));
    },

    async put(server, settings, at) {
      const change = { settings: JSON.stringify(settings), at };
      await db
        .insertInto('servers')
        .values({ server, ...change })
        .onConflict((conflict) => conflict.column('server').doUpdateSet(change))
        .execute();
    },
  };
}
