import type { Kysely } from 'kysely';
import { dayOf } from '../days.ts';
import type { Database } from '../schema.ts';

interface Marked {
  deck: string;
  question: string;
  at: number;
}

/**
 * Notes what marked answers to one question mean for their players' mistakes: a wrong one is a mistake from now on; after two right ones on
 * different days (UTC) a mistake is gone.
 */
export async function noteMarks(
  db: Kysely<Database>,
  { deck, question, at }: Marked,
  marks: readonly { player: string; right: boolean }[],
): Promise<void> {
  const { wrong = [], right = [] } = Object.groupBy(marks, ({ right }) => (right ? 'right' : 'wrong'));
  if (wrong.length > 0)
    await db
      .insertInto('mistakes')
      .values(wrong.map(({ player }) => ({ player, deck, question, at, mended: null })))
      .onConflict((conflict) =>
        conflict.columns(['player', 'deck', 'question']).doUpdateSet({ at, mended: null }),
      )
      .execute();
  if (right.length === 0) return;
  const players = right.map(({ player }) => player);
  await db
    .deleteFrom('mistakes')
    .where('player', 'in', players)
    .where('deck', '=', deck)
    .where('question', '=', question)
    .where('mended', '!=', dayOf(at))
    .execute();
  await db
    .updateTable('mistakes')
    .set({ mended: dayOf(at) })
    .where('player', 'in', players)
    .where('deck', '=', deck)
    .where('question', '=', question)
    .execute();
}
