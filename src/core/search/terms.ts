import type { SearchIndex } from './build.ts';
import type { Mention } from './mentions.ts';
import { stem } from './text.ts';
import { FRAMING, GENERIC, OTHER_CLOUDS, VENDOR } from './words.ts';

/** A word of a query, as what it may stand for in the deck. */
export interface Term {
  /** Terms of the deck with how well each stands for the word, 0 to 1. Empty if the deck knows nothing like it. */
  alternatives: ReadonlyMap<string, number>;
  /** How much it counts whether a topic explains the word. */
  weight: number;
  /** Whether finding it tells topics apart: generic words and names that lie elsewhere are no evidence. */
  evidence: boolean;
  /** Part of a name of these topics: they explain it whatever their lines hold. */
  named: readonly string[];
}

const SYNONYM = 0.85;
const GENERIC_WEIGHT = 0.35;
const ELSEWHERE_WEIGHT = 0.35;
const FOREIGN_WEIGHT = 3;

/** What a query's words stand for; words that only frame or join are left out. */
export function termsIn(index: SearchIndex, words: readonly string[], mentions: readonly Mention[]): Term[] {
  const groups = index.synonyms.groupsIn(words);
  return words.flatMap((word, at) => {
    const mention = mentions.find(({ start, end }) => start <= at && at < end);
    if (FRAMING.has(word) || VENDOR.has(word)) return [];
    const foreign = OTHER_CLOUDS.has(word) && !index.vocabulary.has(stem(word));
    const alternatives = foreign ? new Map<string, number>() : meanings(index, word);
    for (const group of groups) if (group.start <= at && at < group.end) alternatives.set(group.term, SYNONYM);
    const elsewhere = mention !== undefined && mention.named.topics.length === 0;
    const generic = GENERIC.has(word) || word.length === 1 || /^\d+$/.test(word);
    const best = Math.max(0, ...[...alternatives.keys()].map((term) => index.vocabulary.weight(term)));
    let weight = alternatives.size === 0 ? 1 : best;
    if (generic) weight = Math.min(weight, GENERIC_WEIGHT);
    if (elsewhere) weight = ELSEWHERE_WEIGHT;
    if (alternatives.size === 0 && foreign) weight = FOREIGN_WEIGHT;
    return [{ alternatives, weight, evidence: !generic && !elsewhere, named: mention?.named.topics ?? [] }];
  });
}

function meanings(index: SearchIndex, word: string): Map<string, number> {
  const own = stem(word);
  if (index.vocabulary.has(own)) return new Map([[own, 1]]);
  return GENERIC.has(word) ? new Map() : index.spelling.meanings(word);
}
