import type { SearchIndex } from './build.ts';
import { slips } from './distance.ts';
import { bareCore, mentionsIn, wholeName } from './mentions.ts';
import type { Named } from './names.ts';
import { wordsOf } from './text.ts';
import { BETWEEN, COMPARING, PREFERRING } from './words.ts';

/** The two things that a query holds against each other; `undefined` for one that is neither known nor elsewhere. */
export interface Comparison {
  sides: [Named | undefined, Named | undefined];
}

/** Reads "a vs b", "a or b", "difference between a and b", "compare a with b" and their like, typing slips included. */
export function comparisonIn(index: SearchIndex, query: string, words: readonly string[]): Comparison | undefined {
  const slashed = query.split('/');
  const [left, right] = slashed.map((side) => nameOf(index, wordsOf(side)));
  if (slashed.length === 2 && left && right) return { sides: [left, right] };

  const compares = words.some(isComparing);
  const versus = words.findIndex((word) => word === 'vs' || word === 'versus' || word === 'v');
  const rest = words.filter((word) => !isComparing(word) && !PREFERRING.has(word));
  for (const [at, word] of rest.entries()) {
    if (!BETWEEN.has(word)) continue;
    const sides: Comparison['sides'] = [nameOf(index, rest.slice(0, at)), nameOf(index, rest.slice(at + 1))];
    if (sides[0] && sides[1]) return { sides };
  }
  if (!compares && versus < 0) return undefined;
  const mentions = mentionsIn(index, rest);
  const [first, second] = mentions;
  if (mentions.length === 2 && first && second) return { sides: [first.named, second.named] };
  return undefined;
}

/** The name that a side is: whole, misspelt or unfinished. */
function nameOf(index: SearchIndex, words: readonly string[]): Named | undefined {
  const whole = wholeName(index, words);
  if (whole) return whole;
  const core = bareCore(words).filter((word) => !BETWEEN.has(word));
  if (core.length === 0 || core.join('').length < 3) return undefined;
  const spelt = index.names.spelt(core)?.named;
  if (spelt) return spelt;
  const starting = index.names.startingWith(core, 8);
  const topics = new Set(starting.flatMap((named) => named.topics));
  return topics.size === 1 ? starting.find((named) => named.topics.length > 0) : undefined;
}

function isComparing(word: string): boolean {
  return COMPARING.some((known) => slips(word, known, 2) <= (known.length > 7 ? 2 : 1));
}
