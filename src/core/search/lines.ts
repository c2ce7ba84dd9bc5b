import type { Topic } from '../knowledge/types.ts';
import type { Synonyms } from './synonyms.ts';
import { stem, wordsOf } from './text.ts';
import { STOP, VENDOR } from './words.ts';

/** Where a line stands in a topic: what people ask weighs more than what is told. */
export type LineKind = 'name' | 'asked' | 'told';

/** One thing that a topic says, as the terms it holds. */
export interface Line {
  kind: LineKind;
  terms: ReadonlySet<string>;
  /** The index of the fact that the line is. */
  fact?: number;
}

/** A topic's names, "people also ask" lines, summary and facts. */
export function linesOf(topic: Topic, synonyms: Synonyms): Line[] {
  const line = (kind: LineKind, text: string): Line => ({ kind, terms: new Set(termsOf(text, synonyms)) });
  return [
    ...[topic.name, ...topic.aliases].map((name) => line('name', name)),
    ...topic.asked.map((question) => line('asked', question)),
    line('told', topic.summary),
    ...topic.facts.map((fact, index) => ({ ...line('told', fact.text), fact: index })),
  ];
}

/** The terms that a text is found by: its words without the empty ones, stemmed, and the synonym groups it belongs to. */
export function termsOf(text: string, synonyms: Synonyms): string[] {
  const words = wordsOf(text);
  const stems = words.filter((word) => !STOP.has(word) && !VENDOR.has(word)).map(stem);
  return [...stems, ...synonyms.groupsIn(words).map(({ term }) => term)];
}

/** In how many topics a term occurs, over a whole deck. */
export class Vocabulary {
  readonly #topics = new Map<string, number>();
  readonly #size: number;

  constructor(lines: ReadonlyMap<string, readonly Line[]>) {
    this.#size = lines.size;
    for (const topicLines of lines.values()) {
      const terms = new Set(topicLines.flatMap((line) => [...line.terms]));
      for (const term of terms) this.#topics.set(term, (this.#topics.get(term) ?? 0) + 1);
    }
  }

  has(term: string): boolean {
    return this.#topics.has(term);
  }

  topicsWith(term: string): number {
    return this.#topics.get(term) ?? 0;
  }

  /** How much a term tells, 0 to 1: 1 for one that a single topic has or none, less the more topics share it. */
  weight(term: string): number {
    const topics = Math.max(1, this.topicsWith(term));
    return Math.log(1 + this.#size / topics) / Math.log(1 + Math.max(this.#size, 2));
  }
}
