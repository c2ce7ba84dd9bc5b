import type { Elsewhere } from '../knowledge/types.ts';

/**
 * How sure a lookup is. `exact`: the query is a topic's name, a comparison of two, or a category's title. `confident`: one topic stands out.
 * `ambiguous`: several could be meant. `none`: the deck does not know; results, if any, are only near.
 */
export type Verdict = 'exact' | 'confident' | 'ambiguous' | 'none';

/** Most results of one answer, unless it is a category. */
export const MAX_RESULTS = 5;

/** What made a topic a result. `near`: offered for want of better, only with verdict `none`. */
export type Why = 'name' | 'prefix' | 'fuzzy' | 'words' | 'comparison' | 'category' | 'near';

export interface Result {
  /** The topic's id. */
  topic: string;
  /** 0 to 1, falling along the results. */
  score: number;
  why: Why;
  /** The index into the topic's facts of the one that answers the query, where one does. */
  fact?: number;
}

export interface Answer {
  /** The query as it was searched: trimmed, white space folded, cut to 200 characters. */
  query: string;
  verdict: Verdict;
  /**
   * Best first, at most 5; for a comparison the two topics in the order in which they were named; for a category all its topics, one
   * that goes by the same name first.
   */
  results: Result[];
  /** With verdict `none`: what the query names, where the deck knows that it lies elsewhere. */
  elsewhere?: Elsewhere;
  /** The id of the category that the query names. */
  category?: string;
}
