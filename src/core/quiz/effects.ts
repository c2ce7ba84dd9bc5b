import type { Effect, Notice, Posting, RoundState } from './types.ts';

/** A message about the question being played. */
export function post({ question }: RoundState, message: Posting, notice?: Notice): Effect {
  return { kind: 'post', message, question, ...(notice && { notice }) };
}

/** Takes the controls off the question's message, where it has one. */
export function close({ question, messages }: RoundState): Effect[] {
  return messages.question === undefined ? [] : [{ kind: 'close', question, message: messages.question }];
}

/** Takes back what waits to be posted, and the controls off a question that is open. */
export function withdraw(state: RoundState): Effect[] {
  return [{ kind: 'withdraw' }, ...(state.phase === 'open' ? close(state) : [])];
}
