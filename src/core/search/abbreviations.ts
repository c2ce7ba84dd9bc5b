import { VENDOR } from './words.ts';

/** Fewest letters of each word: fewer begin too many. */
const MIN_LETTERS = 3;

/** Finds names of several words by the starts of these: "pen test", "sec mgr". */
export class Abbreviations {
  /** Names by the first letters of their first word. */
  readonly #byStart = new Map<string, { words: readonly string[]; key: string }[]>();

  /** @param key what the name is found as */
  add(name: readonly string[], key: string): void {
    const words = name.filter((word) => !VENDOR.has(word));
    const start = words[0]?.slice(0, MIN_LETTERS);
    if (start === undefined || words.length < 2) return;
    const names = this.#byStart.get(start);
    if (names) names.push({ words, key });
    else this.#byStart.set(start, [{ words, key }]);
  }

  /** Keys of the names whose first words begin with these, at most `limit`; none for fewer than two words. */
  find(starts: readonly string[], limit: number): string[] {
    const [first] = starts;
    if (!first || starts.length < 2 || first.length < MIN_LETTERS) return [];
    const found: string[] = [];
    for (const { words, key } of this.#byStart.get(first.slice(0, MIN_LETTERS)) ?? []) {
      if (starts.every((start, at) => begins(words[at], start))) found.push(key);
      if (found.length === limit) break;
    }
    return found;
  }
}

function begins(word: string | undefined, start: string): boolean {
  if (word === undefined || word === start) return word === start;
  return start.length >= MIN_LETTERS && (word.startsWith(start) || isContraction(start, word));
}

/** "mgr" of "manager", "mgmt" of "management": the first letter and consonants in their order. */
function isContraction(short: string, word: string): boolean {
  if (short[0] !== word[0] || /[aeiou]/.test(short.slice(1))) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
}
