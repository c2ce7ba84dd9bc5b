import type { SearchIndex } from './build.ts';
import type { Mention } from './mentions.ts';
import { singular } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { COMMON, FRAMING, GENERIC, OTHER_CLOUDS, OTHER_PRODUCTS, VENDOR } from './words.ts';

/** A word of a query, as what it may stand for in the deck. */
export interface Term {
  word: string;
  /** Numbers of the deck's terms with how well each stands for the word, 0 to 1. Empty if the deck knows nothing like it. */
  alternatives: ReadonlyMap<number, number>;
  /** How much it counts whether a topic explains the word. */
  weight: number;
  /** Whether finding it tells topics apart: generic words, numbers and names that lie elsewhere do not. */
  telling: boolean;
  /** Part of a name that lies elsewhere. */
  elsewhere: boolean;
  /** Part of a name of these topics: they explain it whatever their lines hold. */
  named: readonly string[];
}

/** How well another word of its group of synonyms stands for a word. */
const SYNONYM = 0.85;
/** What a word counts that the deck does not know: less than a rare one, since most askers use some words of their own. */
const UNKNOWN_WEIGHT = 0.6;
/** The most that generic and common words count. */
const GENERIC_WEIGHT = 0.35;
const COMMON_WEIGHT = 0.5;
/** How well a line that mentions another maker's product explains a query about it. */
const MENTIONED = 0.4;
/** What all words of a name that lies elsewhere count together. */
const ELSEWHERE_WEIGHT = 0.35;
/** So much that hardly anything else in the query can outweigh it. */
const OTHER_CLOUD_WEIGHT = 3;

/** What a query's words stand for; words that only frame or join are left out. */
export function termsIn(index: SearchIndex, words: readonly string[], mentions: readonly Mention[]): Term[] {
  const groups = index.synonyms.groupsIn(words);
  return words.flatMap((word, at) => {
    if (FRAMING.has(word) || VENDOR.has(word)) return [];
    const mention = mentions.find(({ start, end }) => start <= at && at < end);
    const alternatives = meanings(index, word, at === words.length - 1);
    for (const { term, start, end } of groups) {
      const number = index.vocabulary.numberOf(term);
      if (number !== undefined && start <= at && at < end) alternatives.set(number, SYNONYM);
    }
    const elsewhere = mention?.named.elsewhere !== undefined;
    const heaviest =
      elsewhere && mention ? ELSEWHERE_WEIGHT / (mention.end - mention.start) : heaviestOf(word);
    return [
      {
        word,
        alternatives,
        weight: Math.min(weightOf(index, word, alternatives), heaviest),
        telling: !elsewhere && isTelling(index.vocabulary, word),
        elsewhere,
        named: mention?.named.topics ?? [],
      },
    ];
  });
}

function meanings({ vocabulary, spelling }: SearchIndex, word: string, last: boolean): Map<number, number> {
  const own = vocabulary.termOf(word);
  if (own !== undefined) return new Map([[own, isForeign(vocabulary, word) ? MENTIONED : 1]]);
  const found = new Map<number, number>();
  if (GENERIC.has(word) || OTHER_CLOUDS.has(word)) return found;
  for (const [known, factor] of spelling.meanings(word, last)) {
    const term = vocabulary.termOf(known);
    if (term !== undefined) found.set(term, Math.max(factor, found.get(term) ?? 0));
  }
  return found;
}

/** Whether a word is another maker's product or cloud that no topic is named after, though the deck mentions it. */
export function isForeign(vocabulary: Vocabulary, word: string): boolean {
  const term = OTHER_PRODUCTS.has(word) || OTHER_CLOUDS.has(word) ? vocabulary.termOf(word) : undefined;
  return term !== undefined && !vocabulary.isInName(term);
}

function weightOf(index: SearchIndex, word: string, alternatives: ReadonlyMap<number, number>): number {
  if (alternatives.size > 0)
    return Math.max(...[...alternatives.keys()].map((term) => index.vocabulary.weight(term)));
  return OTHER_CLOUDS.has(word) ? OTHER_CLOUD_WEIGHT : UNKNOWN_WEIGHT;
}

/** The most that a word may count, however rare it is in the deck. */
function heaviestOf(word: string): number {
  if (isGeneric(word)) return GENERIC_WEIGHT;
  return isCommon(word) ? COMMON_WEIGHT : Number.POSITIVE_INFINITY;
}

/** Whether finding a word tells topics apart: common words do if a topic is named with them. */
function isTelling(vocabulary: Vocabulary, word: string): boolean {
  if (isGeneric(word) || isForeign(vocabulary, word)) return false;
  const term = vocabulary.termOf(word);
  return !isCommon(word) || (term !== undefined && vocabulary.isInName(term));
}

function isGeneric(word: string): boolean {
  return GENERIC.has(word) || word.length === 1 || /^\d+$/.test(word);
}

function isCommon(word: string): boolean {
  return COMMON.has(word) || COMMON.has(singular(word));
}
