import type { Ranked } from './rank.ts';
import type { Reading } from './reading.ts';

/** What the certainty is worked out from, all from 0. */
export interface Evidence {
  /** As in `Ranked`. */
  explained: number;
  line: number;
  cover: number;
  /** Telling words found, each by how well it is. */
  telling: number;
  /** Different words that the deck knows; the names that lie elsewhere count as one. */
  known: number;
}

/**
 * Fitted by logistic regression on the queries of the golden file that reach the words rung and do not hold the name of the topic
 * found: run `node tests/core/search/fit.ts` to fit them anew to a changed deck.
 */
const WEIGHTS: Evidence = { explained: 8.3, line: 5.7, cover: 2.8, telling: 1.7, known: 1.8 };
const BASE = -16.8;
/** More telling or known words than these make no query surer. */
const MAX_TELLING = 3;
const MAX_KNOWN = 4;

/** How likely it is, 0 to 1, that a query is about the topic that its words find, and not about something the deck does not know. */
export function certainty(first: Ranked, reading: Reading): number {
  const evidence = evidenceFor(first, reading);
  const sum =
    BASE +
    WEIGHTS.explained * evidence.explained +
    WEIGHTS.line * evidence.line +
    WEIGHTS.cover * evidence.cover +
    WEIGHTS.telling * evidence.telling +
    WEIGHTS.known * evidence.known;
  return 1 / (1 + Math.exp(-sum));
}

/** What speaks for a topic. */
export function evidenceFor(
  { explained, line, cover, telling }: Ranked,
  { terms, elsewhere }: Reading,
): Evidence {
  const known = new Set(
    terms.filter((term) => term.alternatives.size > 0 && !term.elsewhere).map(({ word }) => word),
  );
  return {
    explained,
    line,
    cover,
    telling: Math.min(telling, MAX_TELLING),
    known: Math.min(known.size + (elsewhere ? 1 : 0), MAX_KNOWN),
  };
}
