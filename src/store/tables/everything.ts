import { type Kysely, sql } from 'kysely';
import type { RoundState } from '../../core/quiz/types.ts';
import type { Database } from '../schema.ts';

/** Every row that is kept of a member, by table: lists and objects taken apart, and without what is others'. */
export async function everythingOf(
  db: Kysely<Database>,
  player: string,
): Promise<Record<string, readonly object[]>> {
  const rounds = await db
    .selectFrom('participants')
    .innerJoin('rounds', 'id', 'round')
    .select(['id', 'place', 'server', 'started', 'state'])
    .where('player', '=', player)
    .orderBy('started')
    .orderBy('id')
    .execute();
  const answers = await db
    .selectFrom('answers')
    .selectAll()
    .where('player', '=', player)
    .orderBy('at')
    .execute();
  const solos = await db.selectFrom('solos').selectAll().where('player', '=', player).orderBy('at').execute();
  const direct = await db
    .selectFrom('outbox')
    .select(['dispatch', 'at'])
    .where(isTo(player))
    .orderBy('id')
    .execute();
  const subscriptions = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('player', '=', player)
    .orderBy('id')
    .execute();
  return {
    participants: rounds.map(({ state, ...round }) => ({ ...round, ...partIn(JSON.parse(state), player) })),
    answers: answers.map(({ picks, ...answer }) => ({ ...answer, picks: JSON.parse(picks) })),
    totals: await db.selectFrom('totals').selectAll().where('player', '=', player).execute(),
    scores: await db.selectFrom('scores').selectAll().where('player', '=', player).execute(),
    mistakes: await db
      .selectFrom('mistakes')
      .selectAll()
      .where('player', '=', player)
      .orderBy('at')
      .execute(),
    solos: solos.map(({ questions, ...solo }) => ({ ...solo, questions: JSON.parse(questions) })),
    hidden: await db.selectFrom('hidden').selectAll().where('player', '=', player).execute(),
    reports: await db.selectFrom('reports').selectAll().where('player', '=', player).orderBy('id').execute(),
    subscriptions: subscriptions.map(({ schedule, subject, ...rest }) => ({
      ...rest,
      schedule: JSON.parse(schedule),
      subject: JSON.parse(subject),
    })),
    outbox: direct.map(({ dispatch, at }) => ({ ...JSON.parse(dispatch), at })),
  };
}

/** Rows of the outbox that go to a member alone: there the place is the member, by the platform's own id. */
export function isTo(player: string) {
  return sql<boolean>`kind = 'direct' and platform || ':' || place = ${player}`;
}

function partIn({ players, host }: RoundState, player: string): object {
  return { host: host.id === player, ...players[player] };
}
