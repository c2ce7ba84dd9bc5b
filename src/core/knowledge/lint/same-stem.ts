import { quote } from '../findings.ts';
import { foldText } from '../names.ts';
import type { Judged, Reported } from './judged.ts';
import { overlap } from './wording.ts';

/** Two stems that share this part of their words say the same ... */
const SAME = 0.7;
/** ... and so do two with the same answer that share this part. */
const SAME_ANSWER = 0.5;

/** Two questions that ask the same: whoever has met one knows the other. */
export function lintSameStems(questions: readonly Reported[]): void {
  for (const [one, others] of alike(questions)) {
    const first = others.find((other) => {
      const shared = overlap(one.stem.stems, other.stem.stems);
      return shared >= SAME || (shared >= SAME_ANSWER && haveSameAnswer(one, other));
    });
    if (!first) continue;
    one.report.warn(
      one.question.source.line,
      `the question ${quote(one.question.stem)} says the same as the one in ${first.report.file}:${first.question.source.line}`,
      'ask for something else, or take one of the two out',
    );
  }
}

function haveSameAnswer(one: Judged, other: Judged): boolean {
  const answer = ({ right }: Judged) =>
    right
      .map(({ plain }) => foldText(plain))
      .sort()
      .join('\n');
  return !one.question.ordered && answer(one) === answer(other);
}

/**
 * Each question with the earlier ones that may share half of its words. Two such sets have a word in common among the rarest half and
 * one of each (prefix filtering, Bayardo et al. 2007, "Scaling Up All Pairs Similarity Search"), so that few pairs are compared.
 */
function* alike(questions: readonly Reported[]): Generator<[Reported, Reported[]]> {
  const counts = new Map<string, number>();
  for (const { stem } of questions)
    for (const word of stem.stems) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byWord = new Map<string, Reported[]>();
  for (const question of questions) {
    const words = [...question.stem.stems].sort(
      (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const earlier = new Set<Reported>();
    for (const word of words.slice(0, Math.floor(words.length * (1 - SAME_ANSWER)) + 1)) {
      const having = byWord.get(word) ?? [];
      for (const other of having) earlier.add(other);
      having.push(question);
      byWord.set(word, having);
    }
    yield [question, [...earlier]];
  }
}
