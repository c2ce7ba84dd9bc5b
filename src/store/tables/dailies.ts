import type { Selectable } from 'kysely';
import type { DailyRow } from '../schema.ts';
import type { Dailies, Daily } from '../types.ts';
import { columnsOf } from './answers.ts';
import { noteAsked } from './asked.ts';
import type { Context } from './context.ts';
import { markAnswers } from './marks.ts';
import { noteMarks } from './mistakes.ts';
import { storable } from './text.ts';

/** A day has one question: its answers stand as those to the first of a session. */
const POSITION = 0;

export function dailiesIn({ db, locks }: Context): Dailies {
  return {
    async add({ id, platform, place, server = null, question, at, closesAt, closed, message = null }) {
      await db
        .insertInto('dailies')
        .values({
          id,
          platform,
          place,
          server,
          question: JSON.stringify(question),
          at,
          closes: closesAt,
          closed: closed ? 1 : 0,
          message,
        })
        .execute();
      await noteAsked(db, place, question, at);
    },

    async get(id) {
      const daily = db.selectFrom('dailies').selectAll().where('id', '=', id);
      const row = await (locks ? daily.forUpdate() : daily).executeTakeFirst();
      return row && dailyOf(row);
    },

    async openAt(place) {
      const open = db.selectFrom('dailies').selectAll().where('place', '=', place).where('closed', '=', 0);
      const row = await open.executeTakeFirst();
      return row && dailyOf(row);
    },

    async posted(id, message) {
      await db.updateTable('dailies').set({ message }).where('id', '=', id).execute();
    },

    async answer({ id, server = null, question }, { player, picks, at, locked }) {
      const said = {
        name: storable(player.name),
        locked: locked ? 1 : 0,
        ...columnsOf(question, { picks, at }),
      };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('answers')
        .values({ session: id, position: POSITION, player: player.id, kind: 'daily', server, ...said })
        .onConflict((conflict) =>
          conflict
            .columns(['session', 'position', 'player'])
            .doUpdateSet(said)
            .where('answers.locked', '=', 0),
        )
        .executeTakeFirstOrThrow();
      return Boolean(numInsertedOrUpdatedRows);
    },

    async answers(id) {
      const rows = await db
        .selectFrom('answers')
        .select(['player', 'name', 'picks', 'at', 'locked'])
        .where('session', '=', id)
        .where('position', '=', POSITION)
        .orderBy('at')
        .orderBy('player')
        .execute();
      return rows.map(({ player, name, picks, at, locked }) => ({
        player: { id: player, name },
        picks: JSON.parse(picks),
        at,
        locked: locked === 1,
      }));
    },

    async close({ id, question }, marks, now) {
      const open = db.updateTable('dailies').set({ closed: 1 }).where('id', '=', id).where('closed', '=', 0);
      const { numUpdatedRows } = await open.executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      await markAnswers(db, id, POSITION, marks);
      await noteMarks(db, { deck: question.deck, question: question.id, at: now }, marks);
    },
  };
}

function dailyOf({ server, question, closes, closed, message, ...rest }: Selectable<DailyRow>): Daily {
  return {
    ...rest,
    ...(server !== null && { server }),
    question: JSON.parse(question),
    closesAt: closes,
    closed: closed === 1,
    ...(message !== null && { message }),
  };
}
