import type { Elsewhere } from '../knowledge/types.ts';
import type { Mention } from './mentions.ts';
import type { Question } from './question.ts';
import { type Term, termsIn } from './terms.ts';
import { ASKING_HOW, ASKING_WHETHER, VENDOR } from './words.ts';

/** What is read out of a question before its words are looked up. */
export interface Reading {
  mentions: readonly Mention[];
  terms: readonly Term[];
  /** The first thing named that the deck does not cover. */
  elsewhere: Elsewhere | undefined;
  /** A short phrase that begins with it: "rds snapshots restore" is likely about that, not about what else it says. */
  headedElsewhere: boolean;
  /** "Which service ...?" asks for a service that the question does not name itself. */
  asksWhich: boolean;
  /** The topics that a question is about by how it is put: X of "does X log who used my Y key?". None if it is not put like that. */
  subject: readonly string[];
  /** Says "AWS" or "Amazon": its ordinary words are then meant as names. */
  saysVendor: boolean;
}

/** Most words of a phrase. */
const MAX_PHRASE = 5;
const ASKED_FOR = new Set(['service', 'services', 'tool', 'product', 'one', 'feature', 'solution']);
/** May stand between the verb and the name. */
const BEFORE_NAMES = new Set(['a', 'an', 'the', 'my', 'our']);

/** Reads a question. */
export function read({ index, words, mentions }: Question): Reading {
  const terms = termsIn(index, words, mentions);
  return {
    mentions,
    terms,
    elsewhere: mentions.find(({ named }) => named.elsewhere)?.named.elsewhere,
    headedElsewhere: terms[0]?.elsewhere === true && words.length <= MAX_PHRASE,
    asksWhich: /^(which|what)$/.test(words[0] ?? '') && words.slice(1, 4).some((word) => ASKED_FOR.has(word)),
    subject: subjectOf(words, mentions),
    saysVendor: words.some((word) => VENDOR.has(word)),
  };
}

function subjectOf(words: readonly string[], mentions: readonly Mention[]): readonly string[] {
  const verb = ASKING_HOW.has(words[0] ?? '') ? 1 : 0;
  if (!ASKING_WHETHER.has(words[verb] ?? '')) return [];
  const at = words.findIndex((word, place) => place > verb && !BEFORE_NAMES.has(word));
  return mentions.find(({ start }) => start === at)?.named.topics ?? [];
}
