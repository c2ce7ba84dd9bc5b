import type { Solos } from '../types.ts';
import type { Context } from './context.ts';

export function solosIn({ db }: Context): Solos {
  return {
    async add({ id, player, kind, title, questions, at }) {
      const row = { id, player, kind, title, questions: JSON.stringify(questions), at };
      await db.insertInto('solos').values(row).execute();
    },

    async get(id) {
      const row = await db.selectFrom('solos').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { ...row, questions: JSON.parse(row.questions) };
    },

    async answers(id) {
      const rows = await db
        .selectFrom('answers')
        .select(['position', 'picks', 'right'])
        .where('session', '=', id)
        .orderBy('position')
        .execute();
      return rows.map(({ position, picks, right }) => ({
        index: position,
        picks: JSON.parse(picks),
        right: right === 1,
      }));
    },
  };
}
