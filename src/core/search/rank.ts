import type { SearchIndex } from './build.ts';
import type { Line, LineKind } from './lines.ts';
import type { Mention } from './mentions.ts';
import type { Term } from './terms.ts';

/** How well a topic answers a query. */
export interface Ranked {
  topic: string;
  /** 0 to 1. */
  score: number;
  /** The share of the query that the topic explains, 0 to 1. */
  explained: number;
  /** The weight of the words that tell topics apart and that the topic explains. */
  evidence: number;
  /** The best single line. */
  line: number;
  fact?: number;
  named: boolean;
}

const TRUST: Record<LineKind, number> = { name: 1, asked: 1, told: 0.8 };
const CANDIDATES = 12;

/** The topics that explain most of a query, best first. */
export function rank(index: SearchIndex, terms: readonly Term[], mentions: readonly Mention[], asksWhich: boolean): Ranked[] {
  const candidates = new Set([...mentions.flatMap(({ named }) => named.topics.slice(0, 5)), ...byWords(index, terms)]);
  return [...candidates]
    .map((topic) => rate(index, topic, terms, mentions, asksWhich))
    .sort((a, b) => b.score - a.score);
}

function byWords(index: SearchIndex, terms: readonly Term[]): string[] {
  const factors = new Map<string, number>();
  for (const { alternatives, weight } of terms) {
    for (const [term, factor] of alternatives) factors.set(term, Math.max(factors.get(term) ?? 0, factor * weight));
  }
  if (factors.size === 0) return [];
  return index.words
    .search(affordable(index, [...factors.keys()]).join(' '), {
      boost: { name: 3, asked: 2 },
      boostTerm: (term) => factors.get(term) ?? 0,
    })
    .slice(0, CANDIDATES)
    .map(({ id }) => String(id));
}

/** The rarest terms, as many as can be looked up in well under a millisecond. */
function affordable(index: SearchIndex, terms: string[]): string[] {
  let postings = 0;
  return terms
    .sort((a, b) => index.vocabulary.topicsWith(a) - index.vocabulary.topicsWith(b))
    .filter((term, place) => {
      postings += index.vocabulary.topicsWith(term);
      return place === 0 || postings <= 2000;
    });
}

function rate(index: SearchIndex, topic: string, terms: readonly Term[], mentions: readonly Mention[], asksWhich: boolean): Ranked {
  const lines = index.lines.get(topic) ?? [];
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const best = terms.map((term) => (term.named.includes(topic) ? 1 : 0));
  let bestLine = 0;
  let evidence = 0;
  for (const line of lines) {
    let matched = 0;
    let telling = 0;
    for (const [place, term] of terms.entries()) {
      const factor = explains(line, term);
      if (factor === 0) continue;
      matched += factor * term.weight;
      if (term.evidence) telling += factor;
      best[place] = Math.max(best[place] ?? 0, factor * TRUST[line.kind]);
    }
    if (matched === 0) continue;
    let size = 0;
    for (const t of line.terms) size += t.startsWith('=') ? 0 : index.vocabulary.weight(t);
    const precision = Math.min(1, matched / (size || 1));
    bestLine = Math.max(bestLine, (matched / total) * (0.6 + 0.4 * precision) * TRUST[line.kind]);
    evidence = Math.max(evidence, line.kind === 'told' ? telling / 2 : telling);
  }
  const explained = terms.reduce((all, term, place) => all + (best[place] ?? 0) * term.weight, 0) / total;
  const mention = mentions.find(({ named }) => named.topics.includes(topic));
  const demoted = asksWhich && mention?.named.proper === true;
  const bonus = mention && !demoted ? (mention.named.proper ? 0.7 : 0.5) : 0;
  const words = 0.5 * explained + 0.5 * bestLine;
  const score = (1 - (1 - words) * (1 - bonus)) * (demoted ? 0.5 : 1);
  return { topic, score, explained, evidence, line: bestLine, named: bonus > 0 };
}

function explains(line: Line, term: Term): number {
  let best = 0;
  for (const [alternative, factor] of term.alternatives) {
    if (factor > best && line.terms.has(alternative)) best = factor;
  }
  return best;
}
