import { stem, wordsOf } from '../../search/text.ts';
import { STOP, VENDOR } from '../../search/words.ts';
import type { Markdown } from '../types.ts';

/** A text as the lint weighs it. */
export interface Wording {
  /** What it says, without marks. */
  plain: string;
  /** The stems of all its words. */
  stems: ReadonlySet<string>;
  /** Those of its words that do more than join and fill. */
  terms: ReadonlySet<string>;
}

/** Reads the words of inline Markdown. No parser is needed for that: of a link the label stays, of other marks nothing. */
export function wordingOf(markdown: Markdown): Wording {
  const plain = markdown.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/[\\`*_[\]]/g, '');
  const stems = new Set<string>();
  const terms = new Set<string>();
  for (const word of new Set(wordsOf(plain))) {
    const stemmed = stem(word);
    stems.add(stemmed);
    if (!STOP.has(word) && !VENDOR.has(word)) terms.add(stemmed);
  }
  return { plain, stems, terms };
}

/** How much of the words of two texts both have, 0 to 1 (the Jaccard index). */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

/** All words of some texts. */
export function termsOf(wordings: readonly Wording[]): Set<string> {
  return new Set(wordings.flatMap(({ terms }) => [...terms]));
}
