import { go, refuse } from './round.ts';
import type { RoundEvent, RoundState, Step } from './types.ts';

/** A member becomes somebody without a name, who has played no part in the round before; their score stays. Also in a round that is over. */
export function forget(state: RoundState, { player, as }: RoundEvent & { kind: 'forget' }): Step {
  const { host, players, answers } = state;
  const known = players[player];
  if (!known && host.id !== player) return refuse(state, 'no change');
  const renamed = known ? { ...players, [player]: { ...known, name: as.name } } : players;
  return go({
    ...state,
    host: host.id === player ? as : host,
    players: rekeyed(renamed, player, as.id),
    answers: rekeyed(answers, player, as.id),
  });
}

function rekeyed<T>(record: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id === from ? to : id, value]));
}
