import { closingTime } from './closing-time.ts';
import { close, post } from './effects.ts';
import { breakOff } from './end.ts';
import { enter, go, type LiveRound, type Move, refuse } from './round.ts';
import { GIVING_UP, GRACE, OVERSLEPT } from './times.ts';
import type { Notice, RoundSetup, RoundState, Step } from './types.ts';

/** Goes on to a question: what belonged to the one before it is gone. */
export function ask(state: RoundState, question: number, now: number): Step {
  const { question: asked, reveal, ...messages } = state.messages;
  return postQuestion({ ...state, question, answers: {}, messages }, now);
}

/** Posts the same question once more, with fresh time and the answers that it has. Its last message is known still. */
export function askAgain(state: RoundState, now: number, notice: Notice): Step {
  return postQuestion(state, now, notice);
}

function postQuestion(state: RoundState, now: number, notice?: Notice): Step {
  const { openedAt, closesAt, ...rest } = state;
  return go(enter(rest, 'posting', now, now + GIVING_UP), post(state, 'question', notice));
}

/**
 * Opens the question whose message has been posted. The clock runs from the platform's own timestamp, so that no delay of ours costs anyone
 * a point.
 *
 * @param at the platform's timestamp of the message
 */
export function open(setup: RoundSetup, state: LiveRound, id: string, at: number, now: number): Step {
  const opened: LiveRound = {
    ...enter(state, 'open', now, at + GIVING_UP),
    openedAt: at,
    ...(setup.seconds !== null && { closesAt: at + setup.seconds * 1000 }),
    messages: { ...state.messages, question: id },
  };
  return go(closingTime(setup, opened));
}

/** The deadline of an open question: it closes, is opened again where nobody was there to close it in time, or was left by everyone. */
export const timeUp: Move = (setup, state, now) => {
  if (setup.seconds === null && Object.keys(state.answers).length === 0)
    return breakOff(state, 'abandoned', now);
  // Before its time it closes because everyone has answered: then nobody has missed anything.
  if (state.deadline === state.closesAt && now - state.deadline > OVERSLEPT) return reopen(state, now);
  return shut(state, state.deadline, now);
};

/** Asks a question again whose time ran out while the program was away. */
export function reopen(state: LiveRound, now: number): Step {
  const again = askAgain(state, now, 'reopened');
  return go(again.state, ...close(state), ...again.effects);
}

/** Closes the question at somebody's wish. */
export const closeNow: Move = (_setup, state, now) =>
  state.phase === 'open' ? shut(state, Math.min(now, state.closesAt ?? now), now) : refuse(state, 'not now');

function shut(state: LiveRound, closesAt: number, now: number): Step {
  return go({ ...enter(state, 'closing', now, closesAt + GRACE), closesAt }, ...close(state));
}
