import type { SearchIndex } from './build.ts';
import type { Mention } from './mentions.ts';
import type { Answer } from './types.ts';

/** A query on its way down the rungs of the search. */
export interface Question {
  index: SearchIndex;
  /** As it was searched: see `tidy`. */
  query: string;
  words: readonly string[];
  /** The names found in the words. */
  mentions: readonly Mention[];
}

/** One way to answer; `undefined` passes the question on to the next. */
export type Rung = (question: Question) => Answer | undefined;
