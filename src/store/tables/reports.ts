import type { Reports } from '../types.ts';
import type { Context } from './context.ts';
import { storable } from './text.ts';

export function reportsIn({ db }: Context): Reports {
  return {
    async add({ deck, question, server = null, player, text, at }) {
      const report = { deck, question, server, player, text: storable(text), at };
      await db.insertInto('reports').values(report).execute();
    },

    async since(player, at) {
      const { count } = await db
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('player', '=', player)
        .where('at', '>=', at)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async list(server, limit) {
      const latest = db.selectFrom('reports').selectAll().orderBy('id', 'desc').limit(limit);
      const rows = await (server === undefined ? latest : latest.where('server', '=', server)).execute();
      return rows.map(({ server, ...rest }) => ({ ...rest, ...(server !== null && { server }) }));
    },
  };
}
