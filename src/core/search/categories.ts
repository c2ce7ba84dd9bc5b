import type { Category, Deck } from '../knowledge/types.ts';
import { cores } from './framing.ts';
import type { Rung } from './question.ts';
import { nameKey, singularKey, wordsOf } from './text.ts';
import type { Answer, Verdict } from './types.ts';

/** A category of several topics, which is an answer of its own; one of a single topic is that topic. */
interface Group extends Category {
  /** The ids of its topics, in the deck's order. */
  topics: string[];
}

/** The categories of a deck by what they are called. */
export interface CategoryIndex {
  /** By the keys of their titles. */
  byTitle: ReadonlyMap<string, Group>;
  /** By the keys of their ids. */
  byId: ReadonlyMap<string, Group>;
  /** Words of the longest title. */
  longest: number;
}

/** Makes the categories of a deck ready to be found. */
export function indexCategories({ categories, topics }: Deck): CategoryIndex {
  const groups = categories
    .map(
      (category): Group => ({
        ...category,
        topics: topics.filter((topic) => topic.category === category.id).map(({ id }) => id),
      }),
    )
    .filter((group) => group.topics.length > 1);
  const keyed = (of: 'title' | 'id') =>
    new Map(
      groups.flatMap((group) => keysOf(wordsOf(group[of])).map((key): [string, Group] => [key, group])),
    );
  return {
    byTitle: keyed('title'),
    byId: keyed('id'),
    longest: Math.max(0, ...groups.map(({ title }) => wordsOf(title).length)),
  };
}

/**
 * "threat detection": the query is a category's title, and no topic's proper name. A topic that also goes by it ("threat detection" may
 * be an alias) stands first.
 */
export const byCategory: Rung = ({ index, query, words }) => {
  for (const core of cores(words, index.categories.longest)) {
    const named = index.names.exact(core);
    const group =
      named?.proper && named.topics.length > 0 ? undefined : found(index.categories.byTitle, core);
    if (group) return answerWith(query, group, 'exact', named?.topics ?? []);
  }
  return undefined;
};

/** "logging": the query is a category's id. A single word has a meaning of its own as well: something else may be meant. */
export const byCategoryId: Rung = ({ index, query, words }) => {
  const group = found(index.categories.byId, words);
  return group && answerWith(query, group, words.length > 1 ? 'exact' : 'ambiguous');
};

function answerWith(query: string, group: Group, verdict: Verdict, first: readonly string[] = []): Answer {
  const topics = new Set([...first.filter((topic) => group.topics.includes(topic)), ...group.topics]);
  return {
    query,
    verdict,
    results: [...topics].map((topic) => ({ topic, score: 1, why: 'category' })),
    category: group.id,
  };
}

function found(groups: ReadonlyMap<string, Group>, words: readonly string[]): Group | undefined {
  return keysOf(words)
    .map((key) => groups.get(key))
    .find((group) => group !== undefined);
}

/** The keys of words, in the plural as in the singular. */
function keysOf(words: readonly string[]): string[] {
  return [nameKey(words), singularKey(words)].filter((key) => key !== '');
}
