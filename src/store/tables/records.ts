import { sql } from 'kysely';
import { weekOf } from '../days.ts';
import type { TotalRow } from '../schema.ts';
import type { Records } from '../types.ts';
import type { Context } from './context.ts';
import { leaderboard, scoreOf } from './leaderboard.ts';
import { markAnswers } from './marks.ts';
import { noteMarks } from './mistakes.ts';
import { storable } from './text.ts';

export function recordsIn({ db }: Context): Records {
  return {
    async mark({ setup }, question, marks, now) {
      const asked = setup.questions[question];
      if (!asked) return;
      await markAnswers(db, setup.id, question, marks);
      await noteMarks(db, { deck: asked.deck, question: asked.id, at: now }, marks);
    },

    async add(answer) {
      const { solo, index, player, deck, question, topic, task = null, picks, right, at } = answer;
      const session = await db.selectFrom('solos').select('kind').where('id', '=', solo).executeTakeFirst();
      if (!session) return false;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('answers')
        .values({
          session: solo,
          position: index,
          player: player.id,
          name: storable(player.name),
          kind: session.kind,
          server: null,
          deck,
          question,
          topic,
          task,
          picks: JSON.stringify(picks),
          at,
          week: weekOf(at),
          right: right ? 1 : 0,
          points: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return false;
      await noteMarks(db, { deck, question, at }, [{ player: player.id, right }]);
      return true;
    },

    leaderboard: (server, since) => leaderboard(db, server, since),
    score: (server, since, player) => scoreOf(db, server, since, player),

    async progress(player) {
      const { rows } = await sql<TotalRow>`
        select deck, topic, task, cast(sum(asked) as bigint) as asked, cast(sum("right") as bigint) as "right"
        from (
          select deck, topic, coalesce(task, '') as task, 1 as asked, "right"
          from answers where player = ${player} and "right" is not null
          union all
          select deck, topic, task, asked, "right" from totals where player = ${player}
        ) answered
        group by deck, topic, task
        order by deck, topic, task`.execute(db);
      return rows.map(({ task, ...rest }) => ({ ...rest, ...(task !== '' && { task }) }));
    },

    mistakes: (player) =>
      db
        .selectFrom('mistakes')
        .select(['deck', 'question', 'at'])
        .where('player', '=', player)
        .orderBy('at', 'desc')
        .orderBy('question')
        .execute(),
  };
}
