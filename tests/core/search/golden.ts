import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDeck } from '../../../src/core/knowledge/read.ts';
import type { Deck } from '../../../src/core/knowledge/types.ts';
import type { Answer } from '../../../src/core/search/types.ts';

/** One query of the golden file with what must come of it. */
export interface Golden {
  kind: string;
  query: string;
  /** The topics that must come first, in this order; none for verdict `none`; `undefined` where the verdict alone matters. */
  topics: string[] | undefined;
  /** The id of the category that must be answered. */
  category?: string;
  verdicts: Answer['verdict'][];
}

const byTopic = z.record(z.string(), z.array(z.string()));
const Shape = z.object({
  exact: byTopic,
  typos: byTopic,
  unfinished: byTopic,
  named: byTopic,
  phrases: byTopic,
  questions: byTopic,
  unseen: byTopic,
  beside: byTopic,
  passing: byTopic,
  comparisons: z.array(z.tuple([z.string(), z.string(), z.string()])),
  categories: z.array(z.tuple([z.string(), z.string()])),
  ambiguous: z.array(z.string()),
  nothing: byTopic,
  missed: byTopic,
});

const FOUND: Answer['verdict'][] = ['exact', 'confident', 'ambiguous'];
const here = new URL('.', import.meta.url);

/** All queries of `golden.yaml`; those of the kind `missed` are known not to be answered rightly. */
export function goldenQueries(): Golden[] {
  const { comparisons, categories, ambiguous, nothing, missed, exact, ...found } = Shape.parse(
    parse(readFileSync(new URL('golden.yaml', here), 'utf8')),
  );
  const rows = (kind: string, table: Record<string, string[]>, verdicts: Answer['verdict'][]): Golden[] =>
    Object.entries(table).flatMap(([topic, queries]) =>
      queries.map(
        (query): Golden =>
          topic === 'nothing' || kind === 'nothing'
            ? { kind, query, topics: [], verdicts: ['none'] }
            : { kind, query, topics: [topic], verdicts },
      ),
    );
  return [
    ...rows('exact', exact, ['exact']),
    ...Object.entries(found).flatMap(([kind, table]) => rows(kind, table, FOUND)),
    ...comparisons.map(
      ([query, ...topics]): Golden => ({ kind: 'comparisons', query, topics, verdicts: ['exact'] }),
    ),
    ...categories.map(
      ([query, category]): Golden => ({
        kind: 'categories',
        query,
        topics: undefined,
        category,
        verdicts: ['exact'],
      }),
    ),
    ...ambiguous.map(
      (query): Golden => ({ kind: 'ambiguous', query, topics: undefined, verdicts: ['ambiguous'] }),
    ),
    ...rows('nothing', nothing, ['none']),
    ...rows('missed', missed, FOUND),
  ];
}

/** Whether an answer is what the golden file wants. */
export function isGolden({ topics, category, verdicts }: Golden, answer: Answer): boolean {
  const { verdict, results } = answer;
  if (category !== answer.category && category !== undefined) return false;
  const isRight = (topic: string, place: number) => results[place]?.topic === topic;
  return verdicts.includes(verdict) && (verdict === 'none' || !topics || topics.every(isRight));
}

/** The deck that the queries are for, as it is shipped. */
export function shippedDeck(): Deck {
  const folder = new URL('../../../knowledge/aws/', here);
  const files = readdirSync(folder).map((path) => ({ path, bytes: readFileSync(new URL(path, folder)) }));
  const { deck, findings } = readDeck('aws', files);
  if (!deck) throw new Error(`knowledge/aws cannot be read: ${JSON.stringify(findings)}`);
  return deck;
}
