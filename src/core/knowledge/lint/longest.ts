import type { Report } from '../findings.ts';
import { FEWEST, type Judged, type Reported } from './judged.ts';

/** Chance is a quarter; more than this, and "take the longest" is a way to win. */
const MOST = 0.35;
/** How many questions are named as examples. */
const NAMED = 5;

/** How often the right choice is strictly the longest of four. */
export interface LengthFigures<T extends Judged> {
  /** The questions with four choices of which one is right, and no order. */
  four: T[];
  /** Those whose right choice is the longest, the worst first. */
  longest: T[];
}

/** Finds the questions whose right choice is longer than every wrong one. */
export function measureLengths<T extends Judged>(questions: readonly T[]): LengthFigures<T> {
  const four = questions.filter(
    ({ question, right, wrong }) => right.length === 1 && wrong.length === 3 && !question.ordered,
  );
  const longest = four.filter((one) => excess(one) > 0).sort((a, b) => excess(b) - excess(a));
  return { four, longest };
}

/** The right choice must not be the longest of four so often that its length gives it away. */
export function lintLongest(questions: readonly Reported[], deckReport: Report): void {
  const { four, longest } = measureLengths(questions);
  if (four.length < FEWEST || longest.length <= four.length * MOST) return;
  const share = Math.round((longest.length / four.length) * 100);
  const worst = longest
    .slice(0, NAMED)
    .map((one) => `${one.report.file}:${one.question.source.line} by ${excess(one)}`);
  deckReport.warn(
    1,
    `the right choice is the longest in ${longest.length} of ${four.length} questions with four choices (${share} %), most of all in ${worst.join(', ')} characters`,
    `shorten right choices or lengthen wrong ones until it is at most ${MOST * 100} %`,
  );
}

/** How many characters the right choice is longer than the longest wrong one. */
function excess({ right, wrong }: Judged): number {
  const longest = (choices: Judged['right']) => Math.max(...choices.map(({ plain }) => plain.length));
  return longest(right) - longest(wrong);
}
