import { abandon } from './end.ts';
import { begin } from './open.ts';
import { timeUp } from './question.ts';
import { reveal, seen } from './reveal.ts';
import { type Move, refuse } from './round.ts';
import type { LivePhase } from './types.ts';

const atDeadline: Readonly<Record<LivePhase, Move>> = {
  opening: begin,
  posting: abandon,
  open: timeUp,
  closing: reveal,
  revealed: seen,
  paused: abandon,
};

/** Does what is due. */
export const tick: Move = (setup, state, now) =>
  now < state.deadline ? refuse(state, 'no change') : atDeadline[state.phase](setup, state, now);
