import type { SearchIndex } from './build.ts';
import type { Mention } from './mentions.ts';
import { FRAMING, GENERIC, OTHER_CLOUDS, VENDOR } from './words.ts';

/** A word of a query, as what it may stand for in the deck. */
export interface Term {
  word: string;
  /** Numbers of the deck's terms with how well each stands for the word, 0 to 1. Empty if the deck knows nothing like it. */
  alternatives: ReadonlyMap<number, number>;
  /** How much it counts whether a topic explains the word. */
  weight: number;
  /** Whether finding it tells topics apart: generic words, numbers and names that lie elsewhere do not. */
  telling: boolean;
  /** Part of a name of these topics: they explain it whatever their lines hold. */
  named: readonly string[];
}

const SYNONYM = 0.85;
const UNKNOWN_WEIGHT = 1;
const GENERIC_WEIGHT = 0.35;
const ELSEWHERE_WEIGHT = 0.35;
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
    const generic = GENERIC.has(word) || word.length === 1 || /^\d+$/.test(word);
    const weight = elsewhere ? ELSEWHERE_WEIGHT : weightOf(index, word, alternatives, generic);
    return [
      { word, alternatives, weight, telling: !generic && !elsewhere, named: mention?.named.topics ?? [] },
    ];
  });
}

function meanings({ vocabulary, spelling }: SearchIndex, word: string, last: boolean): Map<number, number> {
  const own = vocabulary.termOf(word);
  if (own !== undefined) return new Map([[own, 1]]);
  const found = new Map<number, number>();
  if (GENERIC.has(word) || OTHER_CLOUDS.has(word)) return found;
  for (const [known, factor] of spelling.meanings(word, last)) {
    const term = vocabulary.termOf(known);
    if (term !== undefined) found.set(term, Math.max(factor, found.get(term) ?? 0));
  }
  return found;
}

function weightOf(
  index: SearchIndex,
  word: string,
  alternatives: ReadonlyMap<number, number>,
  generic: boolean,
): number {
  if (alternatives.size === 0 && OTHER_CLOUDS.has(word)) return OTHER_CLOUD_WEIGHT;
  const weight =
    alternatives.size === 0
      ? UNKNOWN_WEIGHT
      : Math.max(...[...alternatives.keys()].map((term) => index.vocabulary.weight(term)));
  return generic ? Math.min(weight, GENERIC_WEIGHT) : weight;
}
