import { closingTime } from './closing-time.ts';
import { go, type LiveRound, refuse } from './round.ts';
import type { Player, RoundSetup, RoundState, Step } from './types.ts';

/** Somebody comes in, or shows that they are still there. */
export function join(setup: RoundSetup, state: LiveRound, player: Player): Step {
  const known = state.players[player.id];
  if (known?.name === player.name && known.active >= state.question) return refuse(state, 'no change');
  return go(closingTime(setup, { ...state, players: withPlayer(state, player) }));
}

/** The players with this one among them, active at the question being played. */
export function withPlayer({ players, question }: RoundState, { id, name }: Player): RoundState['players'] {
  return { ...players, [id]: { right: 0, points: 0, ...players[id], name, active: question } };
}
