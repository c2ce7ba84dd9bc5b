import type { Topic } from '../knowledge/types.ts';
import type { Synonyms } from './synonyms.ts';
import { wordsOf } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { STOP, VENDOR } from './words.ts';

/** Where a line stands in a topic: what people ask weighs more than what is told. */
export type LineKind = 'name' | 'asked' | 'told';

/** One thing that a topic says. */
export interface Line {
  kind: LineKind;
  /** The numbers of its terms in the vocabulary, each once: those of its own words, then those of their synonyms. */
  terms: readonly number[];
  /** How many of the terms are its own. */
  own: number;
  /** The index of the fact that the line is. */
  fact?: number;
}

/** A topic's name, its aliases, "people also ask" lines, summary and facts. */
export function linesOf(topic: Topic, synonyms: Synonyms, vocabulary: Vocabulary): Line[] {
  const line = (kind: LineKind, text: string): Line => {
    const words = wordsOf(text);
    const own = new Set(words.filter(isFindable).map((word) => vocabulary.read(word)));
    const terms = new Set([...own, ...synonyms.groupsIn(words).map(({ term }) => vocabulary.learn(term))]);
    return { kind, terms: [...terms], own: own.size };
  };
  return [
    ...[topic.name, ...topic.aliases].map((name) => line('name', name)),
    ...topic.asked.map((question) => line('asked', question)),
    line('told', topic.summary),
    ...topic.facts.map(({ text }, fact) => ({ ...line('told', text), fact })),
  ];
}

function isFindable(word: string): boolean {
  return !STOP.has(word) && !VENDOR.has(word);
}
