import type { Kysely } from 'kysely';
import type { RoundState } from '../../core/quiz/types.ts';
import type { Database } from '../schema.ts';
import type { RoundChange } from '../types.ts';

/** Whom a round's state names: its players and its host. */
export function namedIn({ players, host }: RoundState): string[] {
  return [...new Set([host.id, ...Object.keys(players)])];
}

/** Whom the next state names, and the round as it was got did not. */
export function newlyNamed({ round, next }: RoundChange): string[] {
  const { players, host } = round.state;
  return namedIn(next).filter((player) => players[player] === undefined && player !== host.id);
}

export async function noteParticipants(
  db: Kysely<Database>,
  round: string,
  players: readonly string[],
): Promise<void> {
  if (players.length === 0) return;
  await db
    .insertInto('participants')
    .values(players.map((player) => ({ round, player })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
