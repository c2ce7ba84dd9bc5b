import { slips } from './distance.ts';
import { StartIndex } from './starts.ts';
import { TrigramIndex } from './trigrams.ts';

const UNFINISHED = 0.7;
const FAMILY = 0.75;
const DENYING = 0.7;
/** "unpatched", "non-compliant": the word without what turns it round. */
const DENIED = /^(?:un|non)(.+)$/;
const MIN_LENGTH = 4;

/** Most words that an unfinished one may begin. */
const MAX_STARTING = 10;
/** How many letters words of one family may differ in length. */
const REACH = 4;

/** The deck's words as they are written, to mend words that it does not know. */
export class Spelling {
  readonly #near: TrigramIndex;
  readonly #starts: StartIndex;

  constructor(words: Iterable<string>) {
    const long = [...words].filter((word) => word.length >= MIN_LENGTH);
    this.#near = new TrigramIndex(long);
    this.#starts = new StartIndex(long);
  }

  /**
   * The words of the deck that an unknown word may stand for, with how well each does, 0 to 1: words of the same family ("hierarchical",
   * "hierarchy"), what it denies ("unpatched"), those with the fewest typing slips, and if it is the query's last word those that
   * it begins. A first letter is seldom mistyped, and words under 5 letters are too much like each other to be mended.
   */
  meanings(word: string, last: boolean): Map<string, number> {
    const found = new Map<string, number>();
    if (word.length < MIN_LENGTH || /\P{L}/u.test(word)) return found;
    for (const known of last ? this.#starts.startingWith(word, MAX_STARTING) : [])
      found.set(known, UNFINISHED);
    let fewest = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    for (const known of this.#near.near(word, REACH)) {
      if (isFamily(word, known)) found.set(known, FAMILY);
      else if (DENIED.exec(word)?.[1] === known) found.set(known, DENYING);
      const count = known[0] === word[0] ? slips(word, known, fewest) : fewest + 1;
      if (count > fewest) continue;
      fewest = count;
      found.set(known, 1 - (1.5 * count) / word.length);
    }
    return found;
  }
}

function isFamily(word: string, known: string): boolean {
  const longer = Math.max(word.length, known.length);
  let shared = 0;
  while (shared < longer && word[shared] === known[shared]) shared++;
  return shared >= 6 && shared >= longer * 0.6;
}
