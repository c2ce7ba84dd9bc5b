import { post, withdraw } from './effects.ts';
import { go, type Move } from './round.ts';
import type { LivePhase, Phase, RoundState, Step } from './types.ts';

type Ending = Exclude<Phase, LivePhase>;

/** Ends the round after all that it still has to say. */
export function end(state: RoundState, phase: Ending, now: number): Step {
  const { paused, deadline, ...rest } = state;
  return go({ ...rest, phase, since: now, held: false }, post(state, 'end'));
}

/** Ends the round at once, wherever it is: what still waits is not posted. */
export function breakOff(state: RoundState, phase: Ending, now: number): Step {
  const ended = end(state, phase, now);
  return go(ended.state, ...withdraw(state), ...ended.effects);
}

/** Ends the round at somebody's wish. */
export const stop: Move = (_setup, state, now) => breakOff(state, 'stopped', now);

/** Ends a round that everyone has left. */
export const abandon: Move = (_setup, state, now) => breakOff(state, 'abandoned', now);
