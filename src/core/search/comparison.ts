import type { SearchIndex } from './build.ts';
import { slips } from './distance.ts';
import { bareCore } from './framing.ts';
import { mentionsIn, wholeName } from './mentions.ts';
import type { Named } from './names.ts';
import { answerWith } from './naming.ts';
import type { Rung } from './question.ts';
import { wordsOf } from './text.ts';
import { BETWEEN, COMPARING, PREFERRING, VERSUS } from './words.ts';

const ONE_KNOWN = 0.9;
/** Fewest letters of a side that is unfinished. */
const MIN_START = 3;

/** Two topics side by side; one of them if the other is not in the deck. */
export const byComparison: Rung = ({ index, query, words }) => {
  const sides = sidesIn(index, query, words);
  if (!sides) return undefined;
  const [first, second] = new Set(sides.flatMap(({ topics }) => topics.slice(0, 1)));
  if (first === undefined) return answerWith(query, sides[0]);
  if (second === undefined) {
    return { query, verdict: 'confident', results: [{ topic: first, score: ONE_KNOWN, why: 'name' }] };
  }
  return {
    query,
    verdict: 'exact',
    results: [first, second].map((topic) => ({ topic, score: 1, why: 'comparison' })),
  };
};

/** Reads "a vs b", "a or b", "difference between a and b", "compare a with b" and their like, typing slips included. */
function sidesIn(index: SearchIndex, query: string, words: readonly string[]): [Named, Named] | undefined {
  const [left, right, ...more] = query.split('/').map(wordsOf);
  const slashed = left && right && more.length === 0 ? both(index, left, right, false) : undefined;
  if (slashed) return slashed;

  const compares = words.some((word) => VERSUS.has(word) || isComparing(word));
  const rest = words.filter((word) => !isComparing(word) && !PREFERRING.has(word));
  for (const [at, word] of rest.entries()) {
    if (!(compares ? BETWEEN.has(word) : word === 'or' || word === 'and')) continue;
    const sides = both(index, rest.slice(0, at), rest.slice(at + 1), compares);
    if (sides) return sides;
  }
  const mentions = compares ? mentionsIn(index, rest) : [];
  const [first, second] = mentions;
  return first && second && mentions.length === 2 ? [first.named, second.named] : undefined;
}

function both(
  index: SearchIndex,
  left: readonly string[],
  right: readonly string[],
  unfinished: boolean,
): [Named, Named] | undefined {
  const first = sideOf(index, left, unfinished);
  const second = first && sideOf(index, right, unfinished);
  return second && [first, second];
}

/** The name that a side is: whole, misspelt or unfinished. */
function sideOf(index: SearchIndex, words: readonly string[], unfinished: boolean): Named | undefined {
  const core = bareCore(words.filter((word) => !BETWEEN.has(word)));
  if (core.length > index.names.longest) return undefined;
  const named = wholeName(index, words) ?? index.names.spelt(core)?.named;
  if (named || !unfinished || core.join('').length < MIN_START) return named;
  const starting = index.names.startingWith(core, 8).filter(({ topics }) => topics.length > 0);
  return new Set(starting.flatMap(({ topics }) => topics)).size === 1 ? starting[0] : undefined;
}

function isComparing(word: string): boolean {
  return COMPARING.some(
    (known) => known[0] === word[0] && slips(word, known, 2) <= (known.length > 7 ? 2 : 1),
  );
}
