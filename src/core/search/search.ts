import type { SearchIndex } from './build.ts';
import { comparisonIn } from './comparison.ts';
import { bareCore, isUnknown, mentionsIn, wholeName } from './mentions.ts';
import type { Named } from './names.ts';
import { type Ranked, rank } from './rank.ts';
import { termsIn } from './terms.ts';
import { tidy, wordsOf } from './text.ts';
import type { Answer, Result } from './types.ts';
import { GENERIC, STOP, VENDOR } from './words.ts';

const MAX_QUESTION = 1000;
const MAX_RESULTS = 5;

export const KNOBS = { explained: 0.55, score: 0.45, evidence: 0.75, margin: 0.06, named: 0.35, away: 0.7 };

function isAnswer(r: Ranked, away: boolean, terms: number): boolean {
  if (r.named) return r.explained >= KNOBS.named;
  if (r.evidence < KNOBS.evidence) return terms > 1 && r.explained >= 0.85 && r.line >= 0.6;
  return r.explained >= (away ? KNOBS.away : KNOBS.explained) && r.score >= KNOBS.score;
}

export function search(index: SearchIndex, text: string): Answer {
  const query = tidy(text);
  const words = wordsOf(query);
  const none: Answer = { query, verdict: 'none', results: [] };
  if (text.length > MAX_QUESTION || words.every((word) => STOP.has(word) || VENDOR.has(word))) {
    const n = text.length > MAX_QUESTION ? undefined : wholeName(index, words);
    return n && n.topics.length ? named(query, n) : none;
  }
  const whole = wholeName(index, words);
  if (whole) return named(query, whole);
  const comparison = comparisonIn(index, query, words);
  if (comparison) {
    const [a, b] = comparison.sides;
    const topics = [...new Set([a?.topics[0], b?.topics[0]])].flatMap((t) => t ?? []);
    if (topics.length === 2) return { query, verdict: 'exact', results: topics.map((topic) => ({ topic, score: 1, why: 'comparison' })) };
    if (topics.length === 1) return { query, verdict: 'confident', results: topics.map((topic) => ({ topic, score: 0.8, why: 'comparison' })) };
    return elsewhere(index, query, (a ?? b)!);
  }
  const core = bareCore(words);
  if (core.join('').length >= 3 && !(core.length === 1 && GENERIC.has(core[0]!))) {
    const starting = index.names.startingWith(core, 50);
    const best = new Map<string, number>();
    for (const n of starting) for (const t of n.topics) best.set(t, Math.max(best.get(t) ?? 0, n.proper ? 0.9 : 0.8));
    const results = [...best].map(([topic, score]) => ({ topic, score, why: 'prefix' as const })).sort((x, y) => y.score - x.score).slice(0, 5);
    if (results.length > 0) return { query, verdict: results.length === 1 || results[0]!.score > results[1]!.score ? 'confident' : 'ambiguous', results };
  }
  const spelt = index.names.spelt(core);
  if (spelt && core.length<=index.names.longest && spelt.named.topics.length > 0 && core.some((w) => isUnknown(index, w))) return { query, verdict: 'confident', results: spelt.named.topics.map((topic) => ({ topic, score: 0.9 - 0.05 * spelt.slips, why: 'fuzzy' })) };
  const mentions = mentionsIn(index, words);
  const asksWhich = /^(which|what)$/.test(words[0] ?? '') && words.slice(1, 4).some((w) => /^(service|services|tool|product|one|feature)$/.test(w));
  const terms = termsIn(index, words, mentions);
  const ranked = rank(index, terms, mentions, asksWhich);
  const [first] = ranked;
  const away = mentions.find((m) => m.named.elsewhere)?.named.elsewhere;
  if (!first || !isAnswer(first, away !== undefined, terms.length)) {
    return { query, verdict: 'none', results: ranked.slice(0, 3).map(({ topic, score }) => ({ topic, score, why: 'near' })), ...(away ? { elsewhere: away } : {}) };
  }
  const close = ranked.filter(({ score }) => score >= first.score - KNOBS.margin).slice(0, MAX_RESULTS);
  return {
    query,
    verdict: close.length === 1 ? 'confident' : 'ambiguous',
    results: (close.length === 1 ? ranked.slice(0, 3) : close).map(({ topic, score }): Result => ({ topic, score, why: 'words' })),
  };
}

function named(query: string, name: Named): Answer {
  if (name.topics.length === 0 && name.elsewhere) {
    return { query, verdict: 'none', results: name.elsewhere.near.map((topic) => ({ topic, score: 0.3, why: 'near' })), elsewhere: name.elsewhere };
  }
  return { query, verdict: name.topics.length === 1 ? 'exact' : 'ambiguous', results: name.topics.slice(0, 5).map((topic) => ({ topic, score: 1, why: 'name' })) };
}
function elsewhere(_i: SearchIndex, query: string, name: Named): Answer { return named(query, name); }
