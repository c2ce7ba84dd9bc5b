import type { SearchIndex } from './build.ts';
import { explains } from './rank.ts';
import type { Term } from './terms.ts';

/** Least share of the words beyond the topic's name that a fact must explain to be the answer. */
const CLEARLY = 0.65;

/** The index of the fact of a topic that answers the query by itself, if one does better than all others. */
export function factFor(index: SearchIndex, topic: string, terms: readonly Term[]): number | undefined {
  const asked = terms.filter(({ named }) => !named.includes(topic));
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const shares = (index.lines.get(topic) ?? [])
    .flatMap((line) => (line.fact === undefined ? [] : [{ fact: line.fact, line }]))
    .map(({ fact, line }) => ({
      fact,
      share: asked.reduce((sum, term) => sum + explains(line, term) * term.weight, 0) / total,
    }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  return first && first.share >= CLEARLY && first.share > (second?.share ?? 0) + 0.05
    ? first.fact
    : undefined;
}
