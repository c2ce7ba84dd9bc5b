import type { Kysely } from 'kysely';
import type { Answer, AskedQuestion, RoundState } from '../../core/quiz/types.ts';
import { weekOf } from '../days.ts';
import type { AnswerRow, Database } from '../schema.ts';
import { statement } from '../statement.ts';
import type { StoredRound } from '../types.ts';
import { storable } from './text.ts';

/** The answers to one of a round's questions, by player. */
export async function answersTo(
  db: Kysely<Database>,
  session: string,
  position: number,
): Promise<Record<string, Answer>> {
  const { rows } = await given(db, { session, position });
  return Object.fromEntries(rows.map(({ player, picks, at }) => [player, { picks: JSON.parse(picks), at }]));
}

const given = statement((db, { session, position }: Pick<AnswerRow, 'session' | 'position'>) =>
  db
    .selectFrom('answers')
    .select(['player', 'picks', 'at'])
    .where('session', '=', session)
    .where('position', '=', position),
);

/**
 * Saves the answers to the question being played that are not in the round as it was got: one row for each player, whose earlier answer it
 * replaces. Takes out those that are gone.
 */
export async function saveAnswers(db: Kysely<Database>, round: StoredRound, next: RoundState): Promise<void> {
  const { setup, state, server = null } = round;
  const asked = setup.questions[next.question];
  if (!asked) return;
  const about = { session: setup.id, position: next.question, server };
  const before = next.question === state.question ? state.answers : {};
  for (const [player, answer] of Object.entries(next.answers)) {
    if (before[player] === answer) continue;
    const name = storable(next.players[player]?.name ?? '');
    await put(db, { ...about, player, name, kind: 'group', ...columnsOf(asked, answer) });
  }
  const gone = Object.keys(before).filter((player) => next.answers[player] === undefined);
  if (gone.length > 0)
    await db
      .deleteFrom('answers')
      .where('session', '=', setup.id)
      .where('position', '=', next.question)
      .where('player', 'in', gone)
      .execute();
}

const put = statement(
  (db, row: Omit<AnswerRow, 'right' | 'points' | 'locked' | 'kind'> & { kind: 'group' }) =>
    db
      .insertInto('answers')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['session', 'position', 'player']).doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          picks: ref('excluded.picks'),
          at: ref('excluded.at'),
          week: ref('excluded.week'),
        })),
      ),
);

/** What a row says of the question and of the answer. */
export function columnsOf(asked: AskedQuestion, { picks, at }: Answer) {
  const { deck, id, topic, task = null } = asked;
  return {
    deck,
    question: id,
    topic: topic.id,
    task,
    picks: JSON.stringify(picks),
    at,
    week: weekOf(at),
  };
}
