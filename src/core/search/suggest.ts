import type { SearchIndex } from './build.ts';
import { search } from './search.ts';
import { tidy, wordsOf } from './text.ts';

/** A topic to offer while a member is typing. */
export interface Suggested {
  topic: string;
  name: string;
}

/**
 * Topics for what has been typed so far, best first, at most `limit`: names and aliases that begin like it, proper names before
 * others, then what the search finds. For blank text the deck's topics in their order.
 */
export function suggest(index: SearchIndex, text: string, limit: number): Suggested[] {
  const query = tidy(text);
  const found =
    query === ''
      ? index.deck.topics.map(({ id }) => id)
      : [...starting(index, query), ...finding(index, query)];
  return [...new Set(found)].slice(0, limit).flatMap((topic) => {
    const name = index.nameOf.get(topic);
    return name === undefined ? [] : [{ topic, name }];
  });
}

function starting(index: SearchIndex, query: string): string[] {
  const names = index.names.startingWith(wordsOf(query), 50);
  return [...names.filter(({ proper }) => proper), ...names.filter(({ proper }) => !proper)].flatMap(
    ({ topics }) => topics,
  );
}

function finding(index: SearchIndex, query: string): string[] {
  const { verdict, results } = search(index, query);
  return verdict === 'none' ? [] : results.map(({ topic }) => topic);
}
