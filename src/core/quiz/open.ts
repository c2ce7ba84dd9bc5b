import { post } from './effects.ts';
import { ask } from './question.ts';
import { go, type Move, refuse } from './round.ts';
import { OPENING } from './times.ts';
import type { Player, RoundSetup, RoundState, Step } from './types.ts';

/**
 * Starts a round: its opening is to be posted. The host is no player yet, and joins like everyone.
 *
 * @param now milliseconds since 1970
 * @throws RangeError when there is nothing to ask
 */
export function openRound(setup: RoundSetup, host: Player, now: number): Step {
  if (setup.questions.length === 0) throw new RangeError('A round needs a question.');
  const state: RoundState = {
    phase: 'opening',
    question: -1,
    deadline: now + OPENING,
    since: now,
    held: false,
    host,
    hostSeenAt: now,
    players: {},
    answers: {},
    unanswered: 0,
    results: [],
    messages: {},
  };
  return go(state, post(state, 'opening'));
}

/** Asks the first question. */
export const begin: Move = (_setup, state, now) =>
  state.phase === 'opening' ? ask(state, 0, now) : refuse(state, 'not now');
