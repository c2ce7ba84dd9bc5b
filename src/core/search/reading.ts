import type { Elsewhere } from '../knowledge/types.ts';
import type { Mention } from './mentions.ts';
import type { Question } from './question.ts';
import { type Term, termsIn } from './terms.ts';
import { VENDOR } from './words.ts';

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
  /** Says "AWS" or "Amazon": its ordinary words are then meant as names. */
  saysVendor: boolean;
}

/** Most words of a phrase. */
const MAX_PHRASE = 5;
const ASKED_FOR = new Set(['service', 'services', 'tool', 'product', 'one', 'feature', 'solution']);

/** Reads a question. */
export function read({ index, words, mentions }: Question): Reading {
  const terms = termsIn(index, words, mentions);
  return {
    mentions,
    terms,
    elsewhere: mentions.find(({ named }) => named.elsewhere)?.named.elsewhere,
    headedElsewhere: terms[0]?.elsewhere === true && words.length <= MAX_PHRASE,
    asksWhich: /^(which|what)$/.test(words[0] ?? '') && words.slice(1, 4).some((word) => ASKED_FOR.has(word)),
    saysVendor: words.some((word) => VENDOR.has(word)),
  };
}
