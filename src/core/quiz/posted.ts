import { open } from './question.ts';
import { shown } from './reveal.ts';
import { go, type LiveRound, refuse } from './round.ts';
import type { Effect, RoundEvent, RoundSetup, RoundState, Step } from './types.ts';

type Posted = RoundEvent & { kind: 'posted' };

/** A message of the round is on the platform. */
export function posted(setup: RoundSetup, state: LiveRound, event: Posted, now: number): Step {
  switch (event.message) {
    case 'opening':
      return openingPosted(state, event);
    case 'question':
      return questionPosted(setup, state, event, now);
    case 'reveal':
      return event.question === state.question
        ? shown(setup, state, event.id, event.at, now)
        : refuse(state, 'no change');
    case 'notice':
    case 'end':
      return refuse(state, 'no change');
  }
}

/** A message came out after the round was over. */
export function postedTooLate(state: RoundState, event: Posted): Step {
  return event.message === 'question' ? go(state, closeStray(event)) : refuse(state, 'over');
}

/** "Start now" may be pressed before the post is confirmed, so the opening's id is kept in any phase. */
function openingPosted(state: LiveRound, { id }: Posted): Step {
  if (state.messages.opening === id) return refuse(state, 'no change');
  return go({ ...state, messages: { ...state.messages, opening: id } });
}

function questionPosted(setup: RoundSetup, state: LiveRound, event: Posted, now: number): Step {
  const { question, id, at } = event;
  if (question !== state.question) return go(state, closeStray(event));
  if (id === state.messages.question) return refuse(state, 'no change');
  if (state.phase === 'posting') return open(setup, state, id, at, now);
  if (state.phase === 'open') return secondCopy(state, event);
  return go(state, closeStray(event));
}

/**
 * A question whose first try had no known outcome may stand there twice. The buttons of both mean the same, and the newer message is the one
 * that members see.
 */
function secondCopy(state: LiveRound, { id, at }: Posted): Step {
  if (at <= (state.openedAt ?? at)) return refuse(state, 'no change');
  return go({ ...state, messages: { ...state.messages, question: id } });
}

function closeStray({ question, id }: Posted): Effect {
  return { kind: 'close', question, message: id };
}
