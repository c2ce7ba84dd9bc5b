import type { SearchIndex } from './build.ts';
import { certainty } from './certainty.ts';
import { factFor } from './fact.ts';
import type { Rung } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { type Reading, read } from './reading.ts';
import { MAX_RESULTS, type Result } from './types.ts';

/** Least certainty of what is not named. */
const CERTAIN = 0.5;
/** The same of a phrase that begins with a name that lies elsewhere. */
const CERTAIN_THOUGH_ELSEWHERE = 0.85;
/** A line of a topic that says this much of the query and little besides is the query in other words. */
const WHOLE_LINE = 0.8;
/** A query of a single word is known by it if it is, or nearly is, a word of a topic's name. */
const ONLY_NAMING = 0.75;
/** A topic that says nowhere how people ask for it is known by what it tells, if that holds this much of the query. */
const MOSTLY_TOLD = 0.8;
/** Least share of the query that a topic must explain if the query holds its name. */
const NAMED_EXPLAINED = 0.35;
/** The same if that name is a single word, mostly initials, which mean other things elsewhere: "sso symphony orchestra". */
const SINGLE_EXPLAINED = 0.42;
/** The same if that name is an ordinary word, as in "secrets of the universe". */
const ORDINARY_EXPLAINED = 0.45;
/** Beside such a word something must be known, or be so short that it may be an abbreviation: "detective conan" is not. */
const ABBREVIATED = 3;
/** Topics that score this much less than the first could also be meant. */
const MARGIN = 0.06;
const MAX_NEAR = 3;
/** How many of the best topics are looked at for one that is known well enough. */
const MAX_TRIED = 2;

/** Phrases and questions, with or without names in them. */
export const byWords: Rung = (question) => {
  const { index, query } = question;
  const reading = read(question);
  const { elsewhere } = reading;
  const ranked = rank(index, reading);
  const first = ranked.slice(0, MAX_TRIED).find((one) => isKnown(one, reading));
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
    results: close.map((one) => resultOf(index, one, reading)),
  };
};

/** Whether it is likely enough that the query is about a topic, and not about something that the deck does not know. */
function isKnown(one: Ranked, reading: Reading): boolean {
  const { mentions, terms, saysVendor } = reading;
  const telling = terms.some((term) => term.telling);
  if (telling && terms.length === 1 && one.naming >= ONLY_NAMING) return true;
  if (telling && one.line >= WHOLE_LINE) return true;
  if (telling && !one.coached && one.explained >= MOSTLY_TOLD && !reading.elsewhere) return true;
  if (!one.named)
    return certainty(one, reading) >= (reading.headedElsewhere ? CERTAIN_THOUGH_ELSEWHERE : CERTAIN);
  if (isAboutNamed(one.topic, reading)) return true;
  const names = mentions.filter(({ named }) => named.topics.includes(one.topic));
  const clear = names.filter(({ named }) => !named.ordinary);
  if (saysVendor || clear.some(({ named }) => named.words > 1)) return one.explained >= NAMED_EXPLAINED;
  if (clear.length > 0) return one.explained >= SINGLE_EXPLAINED;
  const besides = terms.filter(({ named }) => !named.includes(one.topic));
  return (
    one.explained >= ORDINARY_EXPLAINED &&
    (besides.length === 0 ||
      besides.some(({ word, alternatives }) => alternatives.size > 0 || word.length <= ABBREVIATED))
  );
}

/** A question about one topic that names another as well is about the deck, if not both names are ordinary words. */
function isAboutNamed(topic: string, { mentions, subject }: Reading): boolean {
  const names = mentions.filter(({ named }) => named.topics.length > 0).map(({ named }) => named);
  return (
    subject.includes(topic) &&
    names.some(({ topics }) => !topics.includes(topic)) &&
    names.some(({ ordinary }) => !ordinary)
  );
}

function resultOf(index: SearchIndex, { topic, score }: Ranked, { terms, mentions }: Reading): Result {
  const mention = mentions.find(({ named }) => named.topics.includes(topic));
  const why = mention ? (mention.slips > 0 ? 'fuzzy' : 'name') : 'words';
  const fact = factFor(index, topic, terms);
  return { topic, score, why, ...(fact !== undefined && { fact }) };
}
