import type { SearchIndex } from './build.ts';
import type { Line, LineKind } from './lines.ts';
import type { Reading } from './reading.ts';
import type { Term } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How well a topic answers a query. All but `topic` and `named` are 0 to 1. */
export interface Ranked {
  topic: string;
  score: number;
  /** The share of the query that the topic explains, over all its lines. */
  explained: number;
  /** The share that its best single line explains, less what that line says besides. */
  line: number;
  /** How much of a telling word stands in one of its names. */
  naming: number;
  /** How much of one of its names stands in the query. */
  cover: number;
  /** How many telling words of the query stand in its lines, each by how well; may be over 1. */
  telling: number;
  /** Whether the query holds one of its names, and not in asking for something else. */
  named: boolean;
  /** Whether the topic says how people ask for it; plain notes never do. */
  coached: boolean;
}

/** How much a line of each kind counts, where a topic says how people ask for it; else what is told is all there is to go by. */
const TRUST: Record<LineKind, number> = { name: 1, asked: 1, told: 0.75 };
/** Shares of the score. */
const OF_EXPLAINED = 0.65;
const OF_LINE = 0.35;
/** How much of a line's worth hangs on its saying nothing besides. */
const OF_PRECISION = 0.5;
/** How much nearer to 1 a topic comes when the query holds its proper name, or another name of it. */
const PROPER_BONUS = 0.7;
const ALIAS_BONUS = 0.55;
/** What is left to a topic that a "which service" question names itself. */
const NAMED_IN_WHICH = 0.5;
const CANDIDATES = 12;
/** Most postings to read: keeps the slowest look-up in 10,000 topics at a few milliseconds. */
const MAX_POSTINGS = 1500;

/** The topics that explain most of a query, best first. */
export function rank(index: SearchIndex, reading: Reading): Ranked[] {
  const sought = new Set(reading.terms.flatMap(({ alternatives }) => [...alternatives.keys()]));
  const named = reading.mentions.flatMap(({ named: { topics } }) => topics.slice(0, CANDIDATES));
  return [...new Set([...named, ...byWords(index, reading.terms)])]
    .map((topic) => rate(index, topic, reading, sought))
    .sort((a, b) => b.score - a.score);
}

/** How well a line explains a word, 0 to 1. */
export function explains(line: Line, term: Term): number {
  let best = 0;
  for (const [alternative, factor] of term.alternatives) {
    if (factor > best && line.terms.includes(alternative)) best = factor;
  }
  return best;
}

function byWords({ vocabulary, words }: SearchIndex, terms: readonly Term[]): string[] {
  const factors = new Map<number, number>();
  for (const { alternatives, weight } of terms) {
    for (const [term, factor] of alternatives)
      factors.set(term, Math.max(factors.get(term) ?? 0, factor * weight));
  }
  const sought = new Map(
    affordable(vocabulary, [...factors]).map(([term, factor]): [string, number] => [
      vocabulary.nameOf(term),
      factor,
    ]),
  );
  if (sought.size === 0) return [];
  return words
    .search([...sought.keys()].join(' '), {
      boost: { name: 3, asked: 2 },
      boostTerm: (term) => sought.get(term) ?? 0,
    })
    .slice(0, CANDIDATES)
    .map(({ id }) => String(id));
}

/** The rarest terms, as many as may be looked up. */
function affordable(vocabulary: Vocabulary, terms: [number, number][]): [number, number][] {
  let postings = 0;
  return terms
    .sort(([a], [b]) => vocabulary.topicsWith(a) - vocabulary.topicsWith(b))
    .filter(([term], place) => {
      postings += vocabulary.topicsWith(term);
      return place === 0 || postings <= MAX_POSTINGS;
    });
}

function rate(
  { lines, vocabulary }: SearchIndex,
  topic: string,
  { terms, mentions, asksWhich, subject }: Reading,
  sought: ReadonlySet<number>,
): Ranked {
  const said = lines.get(topic) ?? [];
  const coached = said.some(({ kind }) => kind === 'asked');
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const best = terms.map<number>(({ named }) => (named.includes(topic) ? 1 : 0));
  let bestLine = 0;
  let naming = 0;
  let cover = 0;
  for (const line of said) {
    if (!line.terms.some((term) => sought.has(term))) continue;
    const trust = coached ? TRUST[line.kind] : 1;
    let matched = 0;
    for (const [place, term] of terms.entries()) {
      const factor = explains(line, term);
      matched += factor * term.weight;
      best[place] = Math.max(best[place] ?? 0, factor * trust);
      if (term.telling && line.kind === 'name') naming = Math.max(naming, factor);
    }
    const precision = Math.min(1, matched / (sizeOf(line, vocabulary) || 1));
    if (line.kind === 'name') cover = Math.max(cover, precision);
    const worth = (matched / total) * (1 - OF_PRECISION + OF_PRECISION * precision) * trust;
    bestLine = Math.max(bestLine, worth);
  }
  const explained = terms.reduce((sum, { weight }, place) => sum + (best[place] ?? 0) * weight, 0) / total;
  const telling = terms.reduce((sum, term, place) => sum + (term.telling ? (best[place] ?? 0) : 0), 0);
  const mention = mentions.find(({ named }) => named.topics.includes(topic));
  const askedPast = asksWhich && mention?.named.proper === true;
  const inPassing = subject.length > 0 && !subject.includes(topic);
  const named = mention !== undefined && !askedPast;
  const bonus = !named || inPassing ? 0 : mention.named.proper ? PROPER_BONUS : ALIAS_BONUS;
  const words = OF_EXPLAINED * explained + OF_LINE * bestLine;
  const score = (1 - (1 - words) * (1 - bonus)) * (askedPast ? NAMED_IN_WHICH : 1);
  return { topic, score, explained, line: bestLine, naming, cover, telling, named, coached };
}

function sizeOf(line: Line, vocabulary: Vocabulary): number {
  let size = 0;
  for (let place = 0; place < line.own; place++) size += vocabulary.weight(line.terms[place] ?? 0);
  return size;
}
