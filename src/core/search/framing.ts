import { FRAMING, STUDYING, VENDOR } from './words.ts';

/** Whether a word only frames what is asked, or says whose service it is. */
export function isFrame(word: string): boolean {
  return FRAMING.has(word) || STUDYING.has(word) || VENDOR.has(word);
}

/** The words without all that frames them: "shield" of "what is AWS Shield used for?". Nothing but frame is left as it is. */
export function bareCore(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !isFrame(word));
  return first < 0 ? words : words.slice(first, words.findLastIndex((word) => !isFrame(word)) + 1);
}

/**
 * The words with ever more of their frame taken off, from all of them to the bare core, since some names hold words that frame
 * others ("who patches", "security of the cloud"). At most `longest` words at a time.
 */
export function* cores(words: readonly string[], longest: number): Generator<readonly string[]> {
  const lead = Math.max(
    0,
    words.findIndex((word) => !isFrame(word)),
  );
  const last = words.findLastIndex((word) => !isFrame(word));
  const trail = last < 0 ? 0 : words.length - 1 - last;
  for (let off = Math.max(0, words.length - longest); off <= lead + trail; off++) {
    for (let start = Math.max(0, off - trail); start <= Math.min(lead, off); start++) {
      yield words.slice(start, words.length - (off - start));
    }
  }
}
