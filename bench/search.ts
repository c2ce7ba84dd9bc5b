import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { z } from 'zod';
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

/** Milliseconds of asking before the clock runs. */
const WARM_UP = 1_000;
/** Milliseconds after which a contestant is asked no more about a synthetic deck. */
const BUDGET = 10_000;
/** From so few answers no shares are worked out. */
const FEWEST = 20;
const SIZES = [
  { topics: 1_000, queries: 500 },
  { topics: 10_000, queries: 500 },
  { topics: 100_000, queries: 500 },
];

/** Prints three tables for the shipped deck and one for each size of synthetic deck. */
export function benchSearch(): void {
  const deck = shippedDeck();
  const golden = goldenQueries().flatMap(({ query, topics }) => (topics ? [{ query, right: topics }] : []));
  const shipped = `The shipped deck, ${deck.topics.length} topics`;
  const sets = [
    { of: 'queries of the golden file', queries: golden },
    { of: 'queries that nothing was tuned on', queries: queriesOf('held-out.yaml') },
    { of: 'more of that kind', queries: queriesOf('held-out-2.yaml') },
  ];
  for (const { of, queries } of sets)
    print(`${shipped}, ${queries.length} ${of}`, deck, queries, Number.POSITIVE_INFINITY);
  for (const { topics, queries } of SIZES) {
    const synthetic = syntheticDeck(topics);
    const asked = syntheticQueries(synthetic, queries).map(({ query, topic }) => ({
      query,
      right: topic ? [topic] : [],
    }));
    print(`${topics.toLocaleString('en')} synthetic topics, ${queries} queries`, synthetic, asked, BUDGET);
  }
}

/** Of a file in which queries stand under the topic that must come first, under several with ` or ` between them, or under `nothing`. */
function queriesOf(file: string): Query[] {
  const byTopic = z
    .record(z.string(), z.array(z.string()))
    .parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
  return Object.entries(byTopic).flatMap(([topics, queries]) =>
    queries.map((query) => ({ query, right: topics === 'nothing' ? [] : topics.split(' or ') })),
  );
}

function print(title: string, deck: Deck, queries: readonly Query[], budget: number): void {
  console.log(`\n### ${title}\n`);
  console.log(table(CONTESTANTS.map((contestant) => measure(contestant, deck, queries, budget))));
}

function measure({ name, build }: Contestant, deck: Deck, queries: readonly Query[], budget: number): Row {
  const before = heap();
  const start = performance.now();
  const ask = build(deck);
  const built = performance.now() - start;
  const memory = heap() - before;
  const warm = performance.now();
  for (const { query } of queries) {
    if (performance.now() - warm > WARM_UP) break;
    ask(query);
  }
  const times: number[] = [];
  const offers: (Offered | undefined)[] = [];
  const begun = performance.now();
  for (const { query } of queries) {
    const asked = performance.now();
    if (asked - begun > budget) break;
    offers.push(ask(query));
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const { right, refused } = atBestThreshold(queries.slice(0, offers.length), offers);
  const enough = offers.length >= FEWEST;
  return {
    '': name,
    asked: `${offers.length}`,
    right: enough ? percent(right) : '',
    refused: enough ? percent(refused) : '',
    p50: milliseconds(at(0.5)),
    p99: milliseconds(at(0.99)),
    build: `${Math.round(built)} ms`,
    memory: `${Math.max(0, memory / 1e6).toFixed(1)} MB`,
  };
}

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
