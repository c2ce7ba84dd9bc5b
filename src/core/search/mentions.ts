import type { SearchIndex } from './build.ts';
import { cores, isFrame } from './framing.ts';
import type { Named } from './names.ts';
import { isForeign } from './terms.ts';
import { singular } from './text.ts';
import { GENERIC, STOP, VENDOR } from './words.ts';

/** Most misspelt names that are looked for in one text. */
const MAX_MISSPELT = 12;
/** Most words of a misspelt name. */
const MISSPELT_WORDS = 3;

/** A name found within a text. */
export interface Mention {
  named: Named;
  /** The first word, and the one behind the last. */
  start: number;
  end: number;
  /** Typing slips; 0 for the exact name. */
  slips: number;
}

/** The name that the words are as a whole, less what frames it: "what is X used for?". */
export function wholeName(index: SearchIndex, words: readonly string[]): Named | undefined {
  const whole = index.names.exact(words);
  if (whole) return whole;
  for (const core of cores(words, index.names.longest * 2)) {
    const named = index.names.exact(core);
    if (named) return named;
  }
  return undefined;
}

/** Every name in the words, in the order in which they stand: exact ones, and misspelt ones in what is left. */
export function mentionsIn(index: SearchIndex, words: readonly string[]): Mention[] {
  const exact = exactMentions(index, words);
  const misspelt = misspeltMentions(index, words, exact);
  return [...exact, ...misspelt]
    .filter((mention) => !isAnotherKind(index, words, mention))
    .sort((a, b) => a.start - b.start);
}

/** Whether the deck has never seen a word: the mark of a slip, or of another subject. */
export function isUnknown(index: SearchIndex, word: string): boolean {
  return (
    !isFrame(word) &&
    !GENERIC.has(word) &&
    index.vocabulary.termOf(word) === undefined &&
    !index.names.exact([word])
  );
}

function exactMentions(index: SearchIndex, words: readonly string[]): Mention[] {
  const singulars = words.map(singular);
  const mentions: Mention[] = [];
  for (let start = 0; start < words.length; ) {
    let key = '';
    let singularKey = '';
    let longest: Mention | undefined;
    for (let end = start + 1; end <= Math.min(words.length, start + index.names.longest); end++) {
      const word = words[end - 1] ?? '';
      if (VENDOR.has(word)) continue;
      key += word;
      singularKey += singulars[end - 1] ?? '';
      const named = joins(words, start, end)
        ? undefined
        : (index.names.keyed(key) ?? index.names.keyed(singularKey));
      if (named) longest = { named, start, end, slips: 0 };
    }
    if (longest) mentions.push(longest);
    start = longest?.end ?? start + 1;
  }
  return mentions;
}

function misspeltMentions(
  index: SearchIndex,
  words: readonly string[],
  exact: readonly Mention[],
): Mention[] {
  const taken = words.map((_, at) => exact.some(({ start, end }) => start <= at && at < end));
  const unknown = words.map((word) => isUnknown(index, word));
  const mentions: Mention[] = [];
  let looked = 0;
  for (let length = Math.min(MISSPELT_WORDS, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length && looked < MAX_MISSPELT; start++) {
      const end = start + length;
      if (!unknown.slice(start, end).includes(true) || taken.slice(start, end).includes(true)) continue;
      if (joins(words, start, end)) continue;
      looked++;
      const found = index.names.spelt(words.slice(start, end));
      if (!found) continue;
      mentions.push({ ...found, start, end });
      taken.fill(true, start, end);
    }
  }
  return mentions;
}

/** Names within a text neither begin nor end with a word that only joins others, nor are they its plural ("ids"). */
function joins(words: readonly string[], start: number, end: number): boolean {
  const first = words[start] ?? '';
  const isPlural = end === start + 1 && first.endsWith('s') && STOP.has(first.slice(0, -1));
  return isPlural || STOP.has(first) || STOP.has(words[end - 1] ?? '');
}

/** In "police detective" an ordinary word stands behind one that the deck does not know: another kind of detective. */
function isAnotherKind(index: SearchIndex, words: readonly string[], { named, start }: Mention): boolean {
  const before = words[start - 1];
  return (
    named.ordinary &&
    before !== undefined &&
    (isUnknown(index, before) || isForeign(index.vocabulary, before)) &&
    !words.some((word) => VENDOR.has(word))
  );
}
