import { quote } from '../findings.ts';
import { FEWEST, type Reported } from './judged.ts';
import type { KnownNames } from './known-names.ts';
import { termsOf } from './wording.ts';

/** A word is rare that stands in no more than this part of the questions, or in two. */
const RARE = 1 / 40;
/** A word of a wrong choice that is so many times as common leads astray as well. */
const NEARLY_AS_RARE = 3;

/**
 * A rare word that the stem shares with a right choice and with no wrong one points at the answer, unless a wrong choice has a word
 * nearly as rare. Where every choice is a name, names are what is asked for: `lintAnswerInStem` looks at those.
 */
export function lintRareWords(questions: readonly Reported[], names: KnownNames): void {
  if (questions.length < FEWEST) return;
  const counts = new Map<string, number>();
  for (const { stem, right, wrong } of questions)
    for (const term of termsOf([stem, ...right, ...wrong])) counts.set(term, (counts.get(term) ?? 0) + 1);
  const count = (term: string) => counts.get(term) ?? 0;
  const most = Math.max(2, questions.length * RARE);

  for (const { question, report, stem, right, wrong } of questions) {
    if (question.ordered || [...right, ...wrong].every(({ plain }) => names.isName(plain))) continue;
    const [ours, theirs] = [stem.terms.intersection(termsOf(right)), stem.terms.intersection(termsOf(wrong))];
    const rare = [...ours.difference(theirs)].filter((term) => count(term) <= most);
    const rarest = Math.min(...rare.map(count));
    const leadsAstray = [...theirs.difference(ours)].some((term) => count(term) <= rarest * NEARLY_AS_RARE);
    if (rare.length === 0 || leadsAstray) continue;
    const words = wordsWith(rare, question.stem);
    report.warn(
      question.source.line,
      `of all choices only the right one has ${words} in common with the question`,
      'put the word into a wrong choice as well, or say it otherwise',
    );
  }
}

/** The words of a text that have these stems, as they are written. */
function wordsWith(stems: readonly string[], text: string): string {
  const words = text.split(/[^\p{L}\p{N}\p{M}'’-]+/u);
  return stems
    .map((one) => quote(words.find((word) => word.toLowerCase().startsWith(one.slice(0, 4))) ?? one))
    .join(' and ');
}
