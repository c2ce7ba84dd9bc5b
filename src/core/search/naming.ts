import type { SearchIndex } from './build.ts';
import { bareCore, isFrame } from './framing.ts';
import { isUnknown, wholeName } from './mentions.ts';
import type { Named } from './names.ts';
import type { Rung } from './question.ts';
import { singular } from './text.ts';
import { type Answer, MAX_RESULTS, type Result, type Verdict, type Why } from './types.ts';
import { COMMON, GENERIC } from './words.ts';

/** Fewest letters of an unfinished name. */
const MIN_START = 3;
/** A word that stands in more topics than this is a word of its own and not the start of one name. */
const MAX_SHARED = 3;
const ONE_OF_SEVERAL = 0.9;
const PROPER_START = 0.9;
const ALIAS_START = 0.8;
/** Names that are looked at for one start: more than any answer holds. */
const MAX_STARTING = 50;

/** "shield", "what is AWS Shield?": the query is a name. */
export const byName: Rung = ({ index, query, words }) => {
  const named = wholeName(index, words);
  return named && answerWith(query, named, { verdict: 'exact', score: 1, why: 'name' });
};

/** "secr", "encryption in t", "orgs", "pen test": the query begins a name, or its words do. */
export const byStart: Rung = ({ index, query, words }) => {
  const bare = bareCore(words);
  for (const core of [words, bare, bare.map(singular)]) {
    if (core.every(isFrame) || core.join('').length < MIN_START || isWordOfItsOwn(index, core)) continue;
    const whole = index.names.startingWith(core, MAX_STARTING);
    const starting = whole.length > 0 ? whole : index.names.abbreviatedTo(core, MAX_STARTING);
    const scores = new Map<string, number>();
    for (const { topics, proper } of starting) {
      const score = proper ? PROPER_START : ALIAS_START;
      for (const topic of topics) scores.set(topic, Math.max(scores.get(topic) ?? 0, score));
    }
    const results = [...scores]
      .map(([topic, score]): Result => ({ topic, score, why: 'prefix' }))
      .sort((a, b) => b.score - a.score)
      .slice(0, MAX_RESULTS);
    const [first, second] = results;
    if (first) return { query, verdict: first.score === second?.score ? 'ambiguous' : 'confident', results };
    if (starting[0]) return answerWith(query, starting[0]);
  }
  return undefined;
};

/** "sheild", "gaurd duty": the query is a name with typing slips. */
export const bySpelling: Rung = ({ index, query, words }) => {
  const core = bareCore(words);
  if (core.length > index.names.longest || !core.some((word) => isUnknown(index, word))) return undefined;
  const swapped = core.some((word) => COMMON.has(word)) ? undefined : index.names.swapped(core);
  const spelt = index.names.spelt(core) ?? (swapped && { named: swapped, slips: 1 });
  return (
    spelt &&
    answerWith(query, spelt.named, { verdict: 'confident', score: 0.9 - 0.05 * spelt.slips, why: 'fuzzy' })
  );
};

/** "kms cloudhsm acm": the query is several topics' names and nothing else; which is meant is for the asker to say. */
export const bySeveralNames: Rung = ({ query, words, mentions }) => {
  const covered = words.every(
    (word, at) => isFrame(word) || mentions.some(({ start, end }) => start <= at && at < end),
  );
  const topics = [...new Set(mentions.flatMap(({ named }) => named.topics))].slice(0, MAX_RESULTS);
  if (!covered || topics.length < 2) return undefined;
  return {
    query,
    verdict: 'ambiguous',
    results: topics.map((topic) => ({ topic, score: ONE_OF_SEVERAL, why: 'name' })),
  };
};

/** The answer to a query that names this and nothing else: its topics, or where it lies elsewhere. */
export function answerWith(
  query: string,
  { topics, elsewhere }: Named,
  { verdict, score, why }: { verdict: Verdict; score: number; why: Why } = {
    verdict: 'confident',
    score: 1,
    why: 'name',
  },
): Answer {
  if (elsewhere) {
    const near = elsewhere.near.slice(0, MAX_RESULTS);
    return {
      query,
      verdict: 'none',
      results: near.map((topic) => ({ topic, score: 0, why: 'near' })),
      elsewhere,
    };
  }
  return {
    query,
    verdict: topics.length > 1 ? 'ambiguous' : verdict,
    results: topics.slice(0, MAX_RESULTS).map((topic) => ({ topic, score, why })),
  };
}

function isWordOfItsOwn(index: SearchIndex, core: readonly string[]): boolean {
  const [word, second] = core;
  if (word === undefined || second !== undefined) return false;
  const term = index.vocabulary.termOf(word);
  return GENERIC.has(word) || (term !== undefined && index.vocabulary.topicsWith(term) > MAX_SHARED);
}
