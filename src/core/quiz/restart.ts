import { post } from './effects.ts';
import { reopen } from './question.ts';
import { go, type LiveRound, refuse } from './round.ts';
import { NOTICEABLE } from './times.ts';
import type { Step } from './types.ts';

/**
 * The program is there again. An open question is reopened if its time ran out meanwhile, else a word is said; in all other phases the
 * next tick does what is due.
 *
 * @param away milliseconds
 */
export function restart(state: LiveRound, away: number, now: number): Step {
  if (away < NOTICEABLE || state.phase !== 'open') return refuse(state, 'no change');
  if (now < state.deadline) return go(state, post(state, 'notice', 'back'));
  return state.deadline === state.closesAt ? reopen(state, now) : refuse(state, 'no change');
}
