import type { RoundSetup } from '../../../src/core/quiz/types.ts';

/** A click that was taken, or was no news. */
export interface Click {
  player: string;
  question: number;
  picks: readonly number[];
  at: number;
}

/** A question that was graded, with the timestamp of its message. */
export interface Graded {
  question: number;
  openedAt: number;
}

export interface Score {
  right: number;
  points: number;
}

/**
 * What the rules of play give for a round's clicks, worked out from the list of them all and by other means than the program's: they are put
 * in order, each player's last one to a question is looked at, and the points are summed.
 */
export function scoreOf(
  setup: RoundSetup,
  graded: readonly Graded[],
  clicks: readonly Click[],
): Map<string, Score> {
  const scores = new Map<string, Score>();
  const sorted = clicks.toSorted((a, b) => a.at - b.at || (letters(a.picks) < letters(b.picks) ? -1 : 1));
  for (const player of new Set(clicks.map((click) => click.player))) {
    const score = { right: 0, points: 0 };
    for (const { question, openedAt } of graded) {
      const last = sorted.findLast((click) => click.player === player && click.question === question);
      if (!last || letters(last.picks) !== solution(setup, question)) continue;
      score.right++;
      score.points += worth(setup, last.at - openedAt);
    }
    scores.set(player, score);
  }
  return scores;
}

function worth({ scoring, seconds }: RoundSetup, elapsed: number): number {
  if (scoring === 'study') return 1;
  if (seconds === null || elapsed <= 0) return 1000;
  return elapsed >= seconds * 1000 ? 500 : Math.round(1000 - elapsed / (2 * seconds));
}

function solution({ questions }: RoundSetup, question: number): string {
  const choices = questions[question]?.choices ?? [];
  return letters(choices.flatMap(({ right }, index) => (right ? [index] : [])));
}

function letters(picks: readonly number[]): string {
  return picks
    .map((pick) => 'ABCDEF'[pick])
    .sort()
    .join('');
}
