import { stem } from './text.ts';

/** A synonym group found in a text: the term that stands for all its members, and the words it was found in. */
export interface Grouped {
  term: string;
  start: number;
  /** Behind the last word. */
  end: number;
}

/** The deck's groups of words and short phrases that mean the same. */
export class Synonyms {
  /** Group terms by a member's first stem, the whole member beside it. */
  readonly #members = new Map<string, { stems: string[]; term: string }[]>();

  /** @param groups the members of each group, each split into words */
  constructor(groups: readonly (readonly string[][])[]) {
    for (const [number, group] of groups.entries()) {
      for (const words of group) {
        const stems = words.map(stem);
        const [first] = stems;
        if (first === undefined) continue;
        const members = this.#members.get(first) ?? [];
        members.push({ stems, term: `=${number}` });
        this.#members.set(first, members);
      }
    }
  }

  /** Every group of which a member stands in these words. */
  groupsIn(words: readonly string[]): Grouped[] {
    const stems = words.map(stem);
    return stems.flatMap((first, start) =>
      (this.#members.get(first) ?? [])
        .filter((member) => member.stems.every((part, offset) => stems[start + offset] === part))
        .map((member) => ({ term: member.term, start, end: start + member.stems.length })),
    );
  }
}
