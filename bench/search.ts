import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Deck } from '../src/core/knowledge/types.ts';
import { goldenQueries, shippedDeck } from '../tests/core/search/golden.ts';
import { CONTESTANTS, type Contestant, type Offered } from './contestants.ts';
import { syntheticDeck, syntheticQueries } from './synthetic.ts';
import { type Row, table } from './table.ts';

/** A query and the topics any of which is a right first answer; none if it is to be refused. */
interface Query {
  query: string;
  right: readonly string[];
}

const SIZES = [
  { topics: 1_000, queries: 500 },
  { topics: 10_000, queries: 200 },
  { topics: 100_000, queries: 25 },
];

/** Prints one table for the shipped deck and one for each size of synthetic deck. */
export function benchSearch(): void {
  const deck = shippedDeck();
  const golden = goldenQueries().flatMap(({ query, topics }) => (topics ? [{ query, right: topics }] : []));
  print(
    `The shipped deck, ${deck.topics.length} topics, ${golden.length} queries of the golden file`,
    deck,
    golden,
  );
  for (const { topics, queries } of SIZES) {
    const synthetic = syntheticDeck(topics);
    const asked = syntheticQueries(synthetic, queries).map(({ query, topic }) => ({
      query,
      right: topic ? [topic] : [],
    }));
    print(`${topics.toLocaleString('en')} synthetic topics, ${queries} queries`, synthetic, asked);
  }
}

function print(title: string, deck: Deck, queries: readonly Query[]): void {
  console.log(`\n### ${title}\n`);
  console.log(table(CONTESTANTS.map((contestant) => measure(contestant, deck, queries))));
}

function measure({ name, build }: Contestant, deck: Deck, queries: readonly Query[]): Row {
  const before = heap();
  const start = performance.now();
  const ask = build(deck);
  const built = performance.now() - start;
  const memory = heap() - before;
  for (const { query } of queries.slice(0, WARM_UP)) ask(query);
  const times: number[] = [];
  const offers = queries.map(({ query }) => {
    const asked = performance.now();
    const offered = ask(query);
    times.push(performance.now() - asked);
    return offered;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const { right, refused } = atBestThreshold(queries, offers);
  return {
    '': name,
    right: percent(right),
    refused: percent(refused),
    p50: milliseconds(at(0.5)),
    p99: milliseconds(at(0.99)),
    build: `${Math.round(built)} ms`,
    memory: `${Math.max(0, memory / 1e6).toFixed(1)} MB`,
  };
}

const WARM_UP = 20;

/** The shares right and refused with the threshold under which a contestant had best say nothing: the one with the highest sum. */
function atBestThreshold(
  queries: readonly Query[],
  offers: readonly (Offered | undefined)[],
): { right: number; refused: number } {
  const offered = queries.map(({ right }, place) => ({ right, offer: offers[place] }));
  const known = offered.filter(({ right }) => right.length > 0);
  const unknown = offered.filter(({ right }) => right.length === 0);
  const thresholds = new Set([
    0,
    ...offers.flatMap((offer) => (offer ? [offer.sureness, offer.sureness + 1e-9] : [])),
  ]);
  let best = { right: 0, refused: 0 };
  for (const threshold of thresholds) {
    const right = share(
      known,
      ({ right: topics, offer }) =>
        offer !== undefined && offer.sureness >= threshold && topics.includes(offer.topic),
    );
    const refused = share(unknown, ({ offer }) => offer === undefined || offer.sureness < threshold);
    if (right + refused > best.right + best.refused) best = { right, refused };
  }
  return best;
}

function share<T>(of: readonly T[], is: (one: T) => boolean): number {
  return of.length === 0 ? 1 : of.filter(is).length / of.length;
}

/** Bytes on the heap after a collection. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

function percent(of: number): string {
  return `${(100 * of).toFixed(1)} %`;
}

function milliseconds(of: number): string {
  return `${of < 10 ? of.toFixed(2) : Math.round(of)} ms`;
}
