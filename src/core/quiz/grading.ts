import { isRight } from './picks.ts';
import { pointsFor } from './points.ts';
import type { Answer, Effect, Mark, QuestionResult, RoundSetup, RoundState } from './types.ts';

/** The answers to the question being played in the order in which they were given. */
export function inOrder({ answers }: RoundState): [player: string, answer: Answer][] {
  return Object.entries(answers).sort(
    ([one, { at }], [other, answer]) => at - answer.at || (one < other ? -1 : 1),
  );
}

/** Marks the question being played, adds what was won to the scores and the question to the results. */
export function grade(setup: RoundSetup, state: RoundState): { state: RoundState; effect: Effect } {
  const marks = marksOf(setup, state);
  const players = { ...state.players };
  for (const { player, right, points } of marks) {
    const before = players[player];
    if (before && right)
      players[player] = { ...before, right: before.right + 1, points: before.points + points };
  }
  const isIgnored = setup.seconds !== null && marks.length === 0;
  const unanswered = isIgnored ? state.unanswered + 1 : 0;
  return {
    state: { ...state, players, unanswered, results: [...state.results, resultOf(state, marks, false)] },
    effect: { kind: 'grade', question: state.question, marks },
  };
}

/** Puts the question being played among the results without counting it for anybody. */
export function passOver(setup: RoundSetup, state: RoundState): RoundState {
  const result = resultOf(state, marksOf(setup, state), true);
  return { ...state, unanswered: 0, results: [...state.results, result] };
}

function marksOf(setup: RoundSetup, state: RoundState): Mark[] {
  const question = setup.questions[state.question];
  if (!question) return [];
  return inOrder(state).map(([player, answer]) => {
    const right = isRight(question, answer.picks);
    return { player, right, points: right ? pointsFor(setup, answer, state.openedAt ?? answer.at) : 0 };
  });
}

function resultOf({ question }: RoundState, marks: readonly Mark[], skipped: boolean): QuestionResult {
  return { question, answered: marks.length, right: marks.filter(({ right }) => right).length, skipped };
}
