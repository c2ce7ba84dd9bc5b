import type { SearchIndex } from './build.ts';
import { search } from './search.ts';
import type { Answer } from './types.ts';

/** An answer and the deck that gave it. */
export interface DeckAnswer {
  index: SearchIndex;
  answer: Answer;
}

const STANDING = { exact: 5, confident: 4, ambiguous: 3 } as const;

/**
 * Searches several decks and gives the best answer: the surest verdict, then the higher score, then the earlier deck. If none of
 * them knows, the answer that at least says where the query's subject lies, then one with near topics. `undefined` without decks.
 */
export function searchDecks(indexes: readonly SearchIndex[], query: string): DeckAnswer | undefined {
  let best: DeckAnswer | undefined;
  for (const index of indexes) {
    const answer = search(index, query);
    if (!best || isBetter(answer, best.answer)) best = { index, answer };
  }
  return best;
}

function isBetter(one: Answer, other: Answer): boolean {
  const difference = standing(one) - standing(other);
  if (difference !== 0 || one.verdict === 'none') return difference > 0;
  return (one.results[0]?.score ?? 0) > (other.results[0]?.score ?? 0);
}

function standing({ verdict, results, elsewhere }: Answer): number {
  if (verdict !== 'none') return STANDING[verdict];
  if (elsewhere) return 2;
  return results.length > 0 ? 1 : 0;
}
