import type { Kysely } from 'kysely';
import type { Mark } from '../../core/quiz/types.ts';
import type { Database } from '../schema.ts';

/** Marks the answers to one question. Those who won the same are marked together: with `study` scoring two statements for any number of players. */
export async function markAnswers(
  db: Kysely<Database>,
  session: string,
  position: number,
  marks: readonly Mark[],
): Promise<void> {
  for (const alike of Map.groupBy(marks, ({ right, points }) => `${right} ${points}`).values()) {
    const [{ right, points } = { right: false, points: 0 }] = alike;
    await db
      .updateTable('answers')
      .set({ right: right ? 1 : 0, points })
      .where('session', '=', session)
      .where('position', '=', position)
      .where(
        'player',
        'in',
        alike.map(({ player }) => player),
      )
      .execute();
  }
}
