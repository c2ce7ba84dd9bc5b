import type { Kysely } from 'kysely';
import type { Answer, AskedQuestion, RoundState } from '../../core/quiz/types.ts';
import { weekOf } from '../days.ts';
import type { AnswerRow, Database } from '../schema.ts';
import { statement } from '../statement.ts';
import type { RoundChange } from '../types.ts';
import { storable } from './text.ts';

/** What a round's row says of its state: the answers are rows of their own. */
export function withoutAnswers({ answers, ...rest }: RoundState): string {
  return JSON.stringify(rest);
}

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

/** A row for an answer to a group's question, as it is before the answer is marked. */
export type GroupAnswer = Omit<AnswerRow, 'right' | 'points' | 'locked' | 'kind'> & { kind: 'group' };

/** The answers to the question being played that are not in the round as it was got: one row for each player. */
export function newAnswers({ round, next }: RoundChange): GroupAnswer[] {
  const { setup, state, server = null } = round;
  const asked = setup.questions[next.question];
  if (!asked) return [];
  const about = { session: setup.id, position: next.question, server };
  const before = next.question === state.question ? state.answers : {};
  const rows: GroupAnswer[] = [];
  for (const player in next.answers) {
    const answer = next.answers[player];
    if (!answer || answer === before[player]) continue;
    const name = storable(next.players[player]?.name ?? '');
    rows.push({ ...about, player, name, kind: 'group', ...columnsOf(asked, answer) });
  }
  return rows;
}

/** Saves new answers, each in the place of the player's earlier one, and takes out those that the next state does not have. */
export async function saveAnswers(db: Kysely<Database>, change: RoundChange): Promise<void> {
  const { round, next } = change;
  for (const answer of newAnswers(change)) await put(db, answer);
  if (next.question !== round.state.question) return;
  const gone = Object.keys(round.state.answers).filter((player) => next.answers[player] === undefined);
  if (gone.length > 0)
    await db
      .deleteFrom('answers')
      .where('session', '=', round.setup.id)
      .where('position', '=', next.question)
      .where('player', 'in', gone)
      .execute();
}

const put = statement((db, row: GroupAnswer) =>
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
