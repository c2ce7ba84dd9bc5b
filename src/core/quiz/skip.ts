import { close, withdraw } from './effects.ts';
import { passOver } from './grading.ts';
import { begin } from './open.ts';
import { moveOn, show } from './reveal.ts';
import { type Move, refuse } from './round.ts';
import type { LivePhase } from './types.ts';

const moves: Readonly<Record<LivePhase, Move>> = {
  opening: begin,
  posting: (setup, state, now) => show(passOver(setup, state), now, ...withdraw(state)),
  open: (setup, state, now) => show(passOver(setup, state), now, ...close(state)),
  closing: (setup, state, now) => show(passOver(setup, state), now),
  revealed: moveOn,
  paused: (_setup, state) => refuse(state, 'not now'),
};

/** Leaves out what is being played: the question is revealed and counts for nobody. */
export const skip: Move = (setup, state, now) => moves[state.phase](setup, state, now);
