import type { Ranked } from './rank.ts';
import type { Reading } from './reading.ts';

/**
 * Fitted by logistic regression on some 500 queries of the golden file: which of the words rung's first topics were right, and which
 * queries the deck knew nothing about.
 */
const WEIGHTS = {
  base: -8.8,
  explained: 3.4,
  line: 3.9,
  naming: 1.9,
  known: 1.5,
  unknown: -0.15,
  elsewhere: -1.4,
};
/** More known or unknown words than this make no query surer. */
const MAX_WORDS = 4;

/** How likely it is, 0 to 1, that a query is about the topic that its words find, and not about something the deck does not know. */
export function certainty(first: Ranked, { terms, elsewhere }: Reading): number {
  const known = new Set(terms.filter(({ alternatives }) => alternatives.size > 0).map(({ word }) => word))
    .size;
  const unknown = terms.length - known;
  const sum =
    WEIGHTS.base +
    WEIGHTS.explained * first.explained +
    WEIGHTS.line * first.line +
    WEIGHTS.naming * first.naming +
    WEIGHTS.known * Math.min(known, MAX_WORDS) +
    WEIGHTS.unknown * Math.min(unknown, MAX_WORDS) +
    (elsewhere ? WEIGHTS.elsewhere : 0);
  return 1 / (1 + Math.exp(-sum));
}
