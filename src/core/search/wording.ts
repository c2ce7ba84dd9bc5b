import type { Elsewhere } from '../knowledge/types.ts';
import type { SearchIndex } from './build.ts';
import { certainty } from './certainty.ts';
import { factFor } from './fact.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import type { Rung } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { type Term, termsIn } from './terms.ts';
import { MAX_RESULTS, type Result } from './types.ts';
import { VENDOR } from './words.ts';

const CERTAIN = 0.5;
/** A line of a topic that says this much of the query and little besides is the query in other words. */
const WHOLE_LINE = 0.8;
/** Least share of the query that a topic must explain if the query holds its name. */
const NAMED_EXPLAINED = 0.35;
/** The same if that name is an ordinary word, as in "secrets of the universe". */
const ORDINARY_EXPLAINED = 0.45;
/** Topics that score this much less than the first could also be meant. */
const MARGIN = 0.06;
const MAX_NEAR = 3;
/** How many of the best topics are looked at for one that is known well enough. */
const MAX_TRIED = 2;

/** What was read out of a query. */
interface Reading {
  words: readonly string[];
  mentions: readonly Mention[];
  terms: readonly Term[];
  elsewhere: Elsewhere | undefined;
}

/** Phrases and questions, with or without names in them. */
export const byWords: Rung = ({ index, query, words }) => {
  const mentions = mentionsIn(index, words);
  const terms = termsIn(index, words, mentions);
  const ranked = rank(index, terms, mentions, asksWhich(words));
  const elsewhere = mentions.find(({ named }) => named.elsewhere)?.named.elsewhere;
  const first = ranked.slice(0, MAX_TRIED).find((one) => isKnown(one, { words, mentions, terms, elsewhere }));
  if (!first) {
    const near = [...new Set([...(elsewhere?.near ?? []), ...ranked.map(({ topic }) => topic)])].slice(
      0,
      MAX_NEAR,
    );
    const results = near.map((topic): Result => ({ topic, score: 0, why: 'near' }));
    return { query, verdict: 'none', results, ...(elsewhere && { elsewhere }) };
  }
  const close = ranked
    .filter(({ score }) => score <= first.score && score >= first.score - MARGIN)
    .slice(0, MAX_RESULTS);
  return {
    query,
    verdict: close.length > 1 ? 'ambiguous' : 'confident',
    results: close.map((one) => resultOf(index, one, terms, mentions)),
  };
};

/** Whether it is likely enough that the query is about a topic, and not about something that the deck does not know. */
function isKnown(one: Ranked, { words, mentions, terms, elsewhere }: Reading): boolean {
  if (one.line >= WHOLE_LINE) return true;
  if (!one.named) return certainty(one, terms, elsewhere !== undefined) >= CERTAIN;
  const names = mentions.filter(({ named }) => named.topics.includes(one.topic));
  const clear = words.some((word) => VENDOR.has(word)) || names.some(({ named }) => !named.ordinary);
  return one.explained >= (clear ? NAMED_EXPLAINED : ORDINARY_EXPLAINED);
}

function resultOf(
  index: SearchIndex,
  { topic, score }: Ranked,
  terms: readonly Term[],
  mentions: readonly Mention[],
): Result {
  const mention = mentions.find(({ named }) => named.topics.includes(topic));
  const why = mention ? (mention.slips > 0 ? 'fuzzy' : 'name') : 'words';
  const fact = factFor(index, topic, terms);
  return { topic, score, why, ...(fact !== undefined && { fact }) };
}

/** "Which service ...?" asks for a service that the question does not name itself. */
function asksWhich(words: readonly string[]): boolean {
  const asked = ['service', 'services', 'tool', 'product', 'one', 'feature', 'solution'];
  return /^(which|what)$/.test(words[0] ?? '') && words.slice(1, 4).some((word) => asked.includes(word));
}
