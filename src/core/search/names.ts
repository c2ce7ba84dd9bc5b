import type { Deck, Elsewhere } from '../knowledge/types.ts';
import { Abbreviations } from './abbreviations.ts';
import { slips, slipsAllowed } from './distance.ts';
import { StartIndex } from './starts.ts';
import { nameKey, singularKey, wordsOf } from './text.ts';
import { TrigramIndex } from './trigrams.ts';
import { COMMON } from './words.ts';

/** Names of more words are only found whole. */
const LONGEST = 8;
/** What runs along a row of a keyboard is no slip but a test of it. */
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters of a doubled name of three: a longer one is found by its other letters. */
const SHORT_DOUBLED = 4;

/** What a name stands for. */
export interface Named {
  /** The ids of the topics that claim the name: one in a well-kept deck, none for a name that lies elsewhere. */
  topics: string[];
  elsewhere?: Elsewhere;
  /** Whether it is a topic's proper name ("KMS") and not a term that leads to it ("SSL certificate"). */
  proper: boolean;
  /** One ordinary word ("Shield", "secrets") that also has a meaning of its own. */
  ordinary: boolean;
  /** How many words the name has. */
  words: number;
}

/** All names and aliases of a deck by their keys. */
export class NameIndex {
  readonly #byKey = new Map<string, Named>();
  readonly #abbreviations = new Abbreviations();
  readonly #starts: StartIndex;
  readonly #trigrams: TrigramIndex;
  /** Words of the longest name. */
  readonly longest: number = 1;

  constructor(deck: Deck) {
    for (const topic of deck.topics) {
      const forms = nameForms(topic.name);
      for (const form of forms) this.#add(form, { topic: topic.id, proper: true });
      for (const alias of topic.aliases) {
        this.#add(alias, { topic: topic.id, proper: isInitials(alias, topic.name) });
      }
    }
    const known = new Set(deck.topics.map(({ id }) => id));
    for (const one of deck.elsewhere) {
      const elsewhere = { ...one, near: one.near.filter((id) => known.has(id)) };
      for (const name of [...nameForms(elsewhere.name), ...elsewhere.also])
        this.#addElsewhere(name, elsewhere);
    }
    const keys = [...this.#byKey.keys()];
    this.#starts = new StartIndex(keys);
    this.#trigrams = new TrigramIndex(keys.filter((key) => slipsAllowed(key.length) > 0));
    for (const { words } of this.#byKey.values())
      this.longest = Math.min(LONGEST, Math.max(this.longest, words));
  }

  /** The name that these words are, glued or split as they may be. */
  exact(words: readonly string[]): Named | undefined {
    const key = nameKey(words);
    return this.keyed(key) ?? this.keyed(singularKey(words)) ?? this.keyed(key.replace(/^(aws|amazon)/, ''));
  }

  /** The name with this key: see `nameKey` and `singularKey`. */
  keyed(key: string): Named | undefined {
    return this.#byKey.get(key);
  }

  /** Names that begin with these words, the last of which may be unfinished; at most `limit`. */
  startingWith(words: readonly string[], limit: number): Named[] {
    return this.#named(this.#starts.startingWith(nameKey(words), limit));
  }

  /** Names whose words begin with these, one by one; at most `limit`. */
  abbreviatedTo(words: readonly string[], limit: number): Named[] {
    return this.#named(this.#abbreviations.find(words, limit));
  }

  /** The name that is spelt most like these words, with how many slips. */
  spelt(words: readonly string[]): { named: Named; slips: number } | undefined {
    const key = nameKey(words);
    for (const short of undoubled(key)) {
      const named = this.#byKey.get(short);
      if (named) return { named, slips: 1 };
    }
    let best: { named: Named; slips: number } | undefined;
    const reach = KEY_ROWS.some((row) => row.includes(key)) ? 0 : slipsAllowed(key.length);
    for (const candidate of reach > 0 ? this.#trigrams.near(key, reach) : []) {
      const allowed = best ? best.slips - 1 : slipsAllowed(Math.min(key.length, candidate.length));
      const count = slips(key, candidate, allowed);
      const named = this.#byKey.get(candidate);
      if (!named || count > allowed) continue;
      if (count > 1 && (key[0] !== candidate[0] || (key.length < 8 && key.at(-1) !== candidate.at(-1))))
        continue;
      best = { named, slips: count };
    }
    return best;
  }

  /** The name of three letters of which these are two swapped ones: too unsure within a sentence. */
  swapped(words: readonly string[]): Named | undefined {
    const [a, b, c, more] = nameKey(words);
    if (!a || !b || !c || more) return undefined;
    return this.#byKey.get(b + a + c) ?? this.#byKey.get(a + c + b);
  }

  #named(keys: readonly string[]): Named[] {
    return [...new Set(keys.map((key) => this.#byKey.get(key)))].filter((named) => named !== undefined);
  }

  #add(name: string, { topic, proper }: { topic: string; proper: boolean }): void {
    const words = wordsOf(name);
    this.#abbreviations.add(words, nameKey(words));
    const ordinary = isOrdinary(name);
    for (const key of new Set([nameKey(words), singularKey(words)])) {
      const named = this.#byKey.get(key);
      if (key === '') continue;
      if (!named) {
        this.#byKey.set(key, { topics: [topic], proper, ordinary, words: words.length });
      } else if (!named.topics.includes(topic)) {
        if (proper && !named.proper) named.topics.unshift(topic);
        else named.topics.push(topic);
      }
    }
  }

  #addElsewhere(name: string, elsewhere: Elsewhere): void {
    const words = wordsOf(name);
    this.#abbreviations.add(words, nameKey(words));
    for (const key of new Set([nameKey(words), singularKey(words)])) {
      if (key === '' || this.#byKey.has(key)) continue;
      this.#byKey.set(key, { topics: [], elsewhere, proper: true, ordinary: false, words: words.length });
    }
  }
}

/** One word, and not initials ("AWS WAF", "SCPs") or with capitals inside ("GuardDuty") unless they spell a common word ("RAM"). */
function isOrdinary(name: string): boolean {
  const word = name.replace(/^(aws|amazon) /i, '');
  if (!/^\p{L}{2,}$/u.test(word)) return false;
  return COMMON.has(word.toLowerCase()) || !/\p{Ll}\p{Lu}|^\p{Lu}{2,}s?$/u.test(word);
}

/** "AWS Key Management Service (AWS KMS)" is also called by what stands before and what stands in the brackets. */
function nameForms(name: string): string[] {
  const [, before, inside] = /^([^()]*)\(([^()]*)\)\s*$/.exec(name) ?? [];
  return [name, before, inside].flatMap((form) => (form?.trim() ? [form.trim()] : []));
}

/** The key with one letter of each pair of equal ones left out: "kms" for "kmss", which is too short to be guessed otherwise. */
function undoubled(key: string): string[] {
  return [...key].flatMap((letter, at) =>
    letter === key[at + 1] && key.length <= SHORT_DOUBLED ? [key.slice(0, at) + key.slice(at + 1)] : [],
  );
}

function isInitials(alias: string, name: string): boolean {
  const initials = wordsOf(nameForms(name)[1] ?? name).map((word) => word[0]);
  const letters = nameKey(wordsOf(alias));
  return letters.length > 1 && (initials.join('').endsWith(letters) || letters === nameKey(wordsOf(name)));
}
