import { stem, wordsOf } from '../../search/text.ts';
import { GENERIC, STOP, VENDOR } from '../../search/words.ts';
import { words } from './words.ts';

/** Characters of scripts that put no spaces between words. */
export const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*/gu;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** How many words a text has, in scripts without spaces too. */
export function countWords(plain: string): number {
  return words(spaced(plain)).length;
}

/** The stems of the words that tell something: neither such as join and fill nor such as are said of almost anything. */
export function tellingTerms(plain: string): Set<string> {
  const telling = wordsOf(spaced(plain)).filter(
    (word) => !STOP.has(word) && !VENDOR.has(word) && !GENERIC.has(word),
  );
  return new Set(telling.map(stem));
}

/** Whether a statement with some terms says all that one with others says, or nearly all. */
export function covers(terms: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return others.intersection(terms).size > others.size * 0.8;
}

/** Whether two words are likely forms of one ("encrypts" and "encryption", "клетка" and "клетки"): most of the shorter begins both. */
export function areKin(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  return a === b || (shorter >= 4 && same > shorter * 0.75);
}

function spaced(plain: string): string {
  if (plain.search(spaceless) < 0) return plain;
  return Array.from(segmenter.segment(plain), ({ segment }) => segment).join(' ');
}
