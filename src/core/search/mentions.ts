import type { SearchIndex } from './build.ts';
import type { Named } from './names.ts';
import { stem } from './text.ts';
import { FRAMING, GENERIC, STOP, VENDOR } from './words.ts';

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
  for (const core of cores(words)) {
    const named = core.length > index.names.longest * 3 ? undefined : index.names.exact(core);
    if (named) return named;
  }
  return undefined;
}

/** The words themselves, then with ever more of their frame taken off. */
export function* cores(words: readonly string[]): Generator<readonly string[]> {
  const lead = words.findIndex((word) => !isFrame(word));
  if (lead < 0) {
    yield words;
    return;
  }
  const trail = words.length - 1 - words.findLastIndex((word) => !isFrame(word));
  for (let off = 0; off <= lead + trail; off++) {
    for (let start = Math.max(0, off - trail); start <= Math.min(lead, off); start++) {
      yield words.slice(start, words.length - (off - start));
    }
  }
}

/** The words without all that frames them. */
export function bareCore(words: readonly string[]): readonly string[] {
  return [...cores(words)].at(-1) ?? [];
}

/** Every name in the words, exact ones first, then misspelt ones in what is left; in the order in which they stand. */
export function mentionsIn(index: SearchIndex, words: readonly string[]): Mention[] {
  const taken = new Set<number>();
  const mentions: Mention[] = [];
  const scan = (find: (part: readonly string[]) => { named: Named; slips: number } | undefined) => {
    for (let length = Math.min(index.names.longest, words.length); length > 0; length--) {
      for (let start = 0; start + length <= words.length; start++) {
        const part = words.slice(start, start + length);
        if (part.some((_, offset) => taken.has(start + offset)) || isHollow(part)) continue;
        const found = find(part);
        if (!found) continue;
        mentions.push({ ...found, start, end: start + length });
        for (let at = start; at < start + length; at++) taken.add(at);
      }
    }
  };
  scan((part) => {
    const named = index.names.exact(part);
    return named && { named, slips: 0 };
  });
  scan((part) => (part.some((word) => isUnknown(index, word)) ? index.names.spelt(part) : undefined));
  return mentions.filter((mention) => !isAnotherKind(index, words, mention)).sort((a, b) => a.start - b.start);
}

/** In "police detective" an ordinary word stands behind one that the deck does not know: another kind of detective. */
function isAnotherKind(index: SearchIndex, words: readonly string[], { named, start }: Mention): boolean {
  const before = words[start - 1];
  return named.ordinary && before !== undefined && isUnknown(index, before) && !words.some((word) => VENDOR.has(word));
}

/** Whether the deck has never seen a word: the mark of a slip, or of another subject. */
export function isUnknown(index: SearchIndex, word: string): boolean {
  return !FRAMING.has(word) && !VENDOR.has(word) && !GENERIC.has(word) && !index.vocabulary.has(stem(word)) && !index.names.exact([word]);
}

function isFrame(word: string): boolean {
  return FRAMING.has(word) || VENDOR.has(word);
}

/** Names neither begin nor end with a word that only joins others, unless they are nothing else. */
function isHollow(part: readonly string[]): boolean {
  return STOP.has(part[0] ?? '') || STOP.has(part.at(-1) ?? '') || VENDOR.has(part.at(-1) ?? '');
}
