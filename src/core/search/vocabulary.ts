import { stem } from './text.ts';

/** The terms that a deck's words are found by, numbered, and in how many topics each occurs. */
export class Vocabulary {
  /** Numbers by words as the deck writes them. */
  readonly #written = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #topics: number[] = [];
  readonly #inName = new Set<number>();
  #size = 0;

  /** The number of a term, a new one if it has none yet. */
  learn(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    this.#topics.push(0);
    return number;
  }

  /** The number of the term that a word of the deck is found by. */
  read(word: string): number {
    const known = this.#written.get(word);
    if (known !== undefined) return known;
    const number = this.learn(stem(word));
    this.#written.set(word, number);
    return number;
  }

  /** The words of the deck as it writes them. */
  written(): Iterable<string> {
    return this.#written.keys();
  }

  /** The number of the term that any word is found by; `undefined` if no word of the deck has it. */
  termOf(word: string): number | undefined {
    return this.#written.get(word) ?? this.#numbers.get(stem(word));
  }

  /** Counts one more topic, and it for each of its terms. `named` are those of its own name. */
  countTopic(terms: ReadonlySet<number>, named: Iterable<number>): void {
    this.#size++;
    for (const term of named) this.#inName.add(term);
    for (const term of terms) this.#topics[term] = (this.#topics[term] ?? 0) + 1;
  }

  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  nameOf(number: number): string {
    return this.#terms[number] ?? '';
  }

  topicsWith(number: number): number {
    return this.#topics[number] ?? 0;
  }

  /** Whether a topic's own name holds a term: no common word then, nor another subject, for this deck. */
  isInName(number: number): boolean {
    return this.#inName.has(number);
  }

  /** How much a term tells, 0 to 1: 1 for one that a single topic has, less the more topics share it. */
  weight(number: number): number {
    return (
      Math.log(1 + this.#size / Math.max(1, this.topicsWith(number))) / Math.log(1 + Math.max(2, this.#size))
    );
  }
}
