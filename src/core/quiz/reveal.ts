import { post } from './effects.ts';
import { breakOff, end } from './end.ts';
import { grade } from './grading.ts';
import { ask } from './question.ts';
import { enter, go, type LiveRound, type Move, refuse } from './round.ts';
import { GIVING_UP, REVEAL } from './times.ts';
import type { Effect, RoundSetup, RoundState, Step } from './types.ts';

/** Timed questions in a row without any answer after which a round ends. */
const MOST_UNANSWERED = 2;

/** Marks the answers and tells what was right. */
export const reveal: Move = (setup, state, now) => {
  const graded = grade(setup, state);
  return show(graded.state, now, graded.effect);
};

/** Posts the reveal of a question that is done with. It stays until it has been seen: its time begins when it is posted. */
export function show(state: RoundState, now: number, ...before: readonly Effect[]): Step {
  return go(enter(state, 'revealed', now, now + GIVING_UP), ...before, post(state, 'reveal'));
}

/**
 * The reveal has been posted.
 *
 * @param at the platform's timestamp of the message
 */
export function shown(setup: RoundSetup, state: LiveRound, id: string, at: number, now: number): Step {
  const waits = state.phase === 'revealed' || state.paused?.from === 'reveal';
  if (!waits || state.messages.reveal !== undefined) return refuse(state, 'no change');
  const messages = { ...state.messages, reveal: id };
  const stays = setup.seconds === null || state.held || state.phase === 'paused';
  return go({ ...state, messages, deadline: stays ? now + GIVING_UP : at + REVEAL });
}

/** The reveal's time is up; where it has none, everyone has left. */
export const seen: Move = (setup, state, now) => {
  const timed = setup.seconds !== null && !state.held && state.messages.reveal !== undefined;
  return timed ? moveOn(setup, state, now) : breakOff(state, 'abandoned', now);
};

/** Goes on when somebody wants to. */
export const next: Move = (setup, state, now) =>
  state.phase === 'revealed' ? moveOn(setup, state, now) : refuse(state, 'not now');

/** On to the next question, or to the end. */
export const moveOn: Move = (setup, state, now) => {
  const following = state.question + 1;
  if (following >= setup.questions.length) return end(state, 'finished', now);
  return state.unanswered >= MOST_UNANSWERED ? end(state, 'abandoned', now) : ask(state, following, now);
};

/** Keeps the reveal until somebody goes on. */
export const hold: Move = (_setup, state, now) => {
  if (state.phase !== 'revealed') return refuse(state, 'not now');
  if (state.held) return refuse(state, 'no change');
  return go({ ...state, held: true, deadline: now + GIVING_UP });
};
