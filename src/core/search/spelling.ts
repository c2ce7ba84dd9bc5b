import { slips } from './distance.ts';
import { stem } from './text.ts';
import { TrigramIndex } from './trigrams.ts';

const MISSPELT = 0.75;
const UNFINISHED = 0.7;

/** The deck's words as they are written, to mend words that it does not know. */
export class Spelling {
  readonly #written: TrigramIndex;

  constructor(words: Iterable<string>) {
    this.#written = new TrigramIndex(words);
  }

  /**
   * The terms that an unknown word may stand for, with how well each does, 0 to 1: words that it begins, and those with the
   * fewest typing slips. A first letter is seldom mistyped, and words under 5 letters are too much like each other to be mended.
   */
  meanings(word: string): Map<string, number> {
    const found = new Map<string, number>();
    if (word.length < 4) return found;
    const near = this.#written.near(word);
    for (const known of near) {
      if (known.startsWith(word)) found.set(stem(known), UNFINISHED);
    }
    let fewest = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    for (const known of near) {
      if (known[0] !== word[0] || known.length < 4) continue;
      const count = slips(word, known, fewest);
      if (count === 0 || count > fewest) continue;
      fewest = count;
      found.set(stem(known), MISSPELT / count);
    }
    return found;
  }
}
