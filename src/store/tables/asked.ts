import type { Kysely } from 'kysely';
import type { AskedQuestion } from '../../core/quiz/types.ts';
import type { Database } from '../schema.ts';

/** A question is on the screen: the place has seen it. */
export async function noteAsked(
  db: Kysely<Database>,
  place: string,
  { deck, id }: AskedQuestion,
  at: number,
): Promise<void> {
  await db
    .insertInto('asked')
    .values({ place, deck, question: id, at })
    .onConflict((conflict) => conflict.columns(['place', 'deck', 'question']).doUpdateSet({ at }))
    .execute();
}
