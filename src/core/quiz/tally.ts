import { inOrder } from './grading.ts';
import { isRight } from './picks.ts';
import type { RoundSetup, RoundState } from './types.ts';

/** How a question was answered. */
export interface Tally {
  /** How many picked each choice. */
  counts: readonly number[];
  /** The names of those who were right, in the order in which they answered. */
  right: readonly string[];
}

/** Tells how the question being played was answered; nothing of it during the opening. */
export function tally(setup: RoundSetup, state: RoundState): Tally {
  const question = setup.questions[state.question];
  if (!question) return { counts: [], right: [] };
  const given = inOrder(state);
  return {
    counts: question.choices.map((_, index) => given.filter(([, { picks }]) => picks.includes(index)).length),
    right: given
      .filter(([, { picks }]) => isRight(question, picks))
      .flatMap(([player]) => state.players[player]?.name ?? []),
  };
}
