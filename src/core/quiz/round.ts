import type { Effect, LivePhase, Refusal, RoundSetup, RoundState, Step } from './types.ts';

/** A round that is not over. */
export interface LiveRound extends RoundState {
  phase: LivePhase;
  deadline: number;
}

/** What happens next, whoever or whatever it was that asked for it. */
export type Move = (setup: RoundSetup, state: LiveRound, now: number) => Step;

export function isLive(state: RoundState): state is LiveRound {
  return state.deadline !== undefined;
}

/** The round in another phase. A pause and a hold end with the phase in which they were asked for. */
export function enter(state: RoundState, phase: LivePhase, now: number, deadline: number): LiveRound {
  const { paused, ...rest } = state;
  return { ...rest, phase, since: now, deadline, held: false };
}

/** An event that was taken. */
export function go(state: RoundState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/** An event that changes nothing. */
export function refuse(state: RoundState, refused: Refusal): Step {
  return { state, effects: [], refused };
}
