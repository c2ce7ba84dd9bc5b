import { type Post, type Subject, subjectOf, type Table } from './table.ts';
import type { Time } from './time.ts';

/** A post as it came out, before any edit. */
export interface Sighting extends Post {
  subject: Subject;
  at: number;
}

/** Everything that comes out on a table, as it came out. */
export class Sightings {
  readonly all: Sighting[] = [];
  readonly #table: Table;
  readonly #time: Time;
  readonly #known = new Set<string>();

  constructor(table: Table, time: Time) {
    this.#table = table;
    this.#time = time;
  }

  /** Looks at the table: to be called after each call of the program. */
  look(): void {
    for (const post of this.#table.posts()) {
      if (this.#known.has(post.id)) continue;
      this.#known.add(post.id);
      this.all.push({ ...post, subject: subjectOf(post), at: this.#time.now() });
    }
  }

  get last(): Sighting | undefined {
    return this.all.at(-1);
  }
}

/** The questions that were asked, in order. */
export function stemsOf(sightings: readonly Sighting[]): string[] {
  const stems = sightings.flatMap(({ subject }) => (subject.kind === 'question' ? [subject.stem] : []));
  return [...new Set(stems)];
}
