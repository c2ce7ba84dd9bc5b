import type { Vocabulary } from './vocabulary.ts';
import { STOP } from './words.ts';

/** Shortest part of a word that is taken apart. */
const MIN_PART = 4;
/** "awsconfig": whose service it is, glued to its name. */
const VENDOR_GLUED = /^(aws|amazon)(\p{L}{4,})$/u;

/** Words that the deck writes otherwise, glued or split, as the deck writes them: "datacenter", "crypto mining". */
export function regroup(words: readonly string[], vocabulary: Vocabulary): string[] {
  const known = (word: string) => vocabulary.termOf(word) !== undefined;
  const grouped: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const joins = next !== undefined && !STOP.has(word) && !STOP.has(next) && !(known(word) && known(next));
    if (joins && known(word + next)) {
      grouped.push(word + next);
      at++;
    } else {
      grouped.push(...(known(word) ? [word] : partsOf(word, known)));
    }
  }
  return grouped;
}

function partsOf(word: string, known: (part: string) => boolean): string[] {
  const [, vendor, rest] = VENDOR_GLUED.exec(word) ?? [];
  if (vendor && rest) return [vendor, rest];
  for (let at = MIN_PART; at <= word.length - MIN_PART; at++) {
    if (known(word.slice(0, at)) && known(word.slice(at))) return [word.slice(0, at), word.slice(at)];
  }
  return [word];
}
