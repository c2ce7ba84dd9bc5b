import type { SearchIndex } from './build.ts';
import { byCategory, byCategoryId } from './categories.ts';
import { byComparison } from './comparison.ts';
import { regroup } from './compounds.ts';
import { mentionsIn } from './mentions.ts';
import { byName, bySeveralNames, bySpelling, byStart } from './naming.ts';
import type { Question, Rung } from './question.ts';
import { tidy, wordsOf } from './text.ts';
import type { Answer } from './types.ts';
import { byWords } from './wording.ts';

/** Longer texts are pasted in, not asked: whatever their first words name, they are no question about it. */
const MAX_QUESTION = 1000;

/** From the surest to the least sure; the first that answers is heard. The words come last. */
export const NAME_RUNGS: readonly Rung[] = [
  byCategory,
  byName,
  byComparison,
  byCategoryId,
  byStart,
  bySpelling,
  bySeveralNames,
];
const RUNGS: readonly Rung[] = [...NAME_RUNGS, byWords];

/**
 * Finds the topics that a query is about.
 *
 * Any string will do: names, abbreviations, old names, slips, glued, split or unfinished words, phrases, whole questions, `a vs b`, categories.
 * Never throws; the same index and text always give the same answer. What the deck does not know is `none`.
 */
export function search(index: SearchIndex, text: string): Answer {
  const question = questionOf(index, text);
  for (const rung of text.length <= MAX_QUESTION ? RUNGS : []) {
    const answer = rung(question);
    if (answer) return answer;
  }
  return { query: question.query, verdict: 'none', results: [] };
}

/** A text as the rungs take it. */
export function questionOf(index: SearchIndex, text: string): Question {
  const query = tidy(text);
  const words = regroup(wordsOf(query), index.vocabulary);
  return { index, query, words, mentions: mentionsIn(index, words) };
}
