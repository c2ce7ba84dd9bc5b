import type { SearchIndex } from './build.ts';
import { mentionsIn } from './mentions.ts';
import { search } from './search.ts';
import { MAX_QUERY, wordsOf } from './text.ts';
import type { Result } from './types.ts';

/** Longest message that is read, in characters. */
const MAX_MESSAGE = 4000;

/**
 * The topics that a message names, in the order in which it names them, at most `limit`: by their names and aliases, long names
 * also with a typing slip. A short message that names none is searched as a query; only a sure result counts.
 */
export function topicsNamed(index: SearchIndex, text: string, limit: number): Result[] {
  const message = text.slice(0, MAX_MESSAGE).toWellFormed();
  const results = new Map<string, Result>();
  for (const { named, slips } of mentionsIn(index, wordsOf(message))) {
    for (const topic of named.topics) {
      if (!results.has(topic)) results.set(topic, { topic, score: 1, why: slips > 0 ? 'fuzzy' : 'name' });
    }
  }
  if (results.size === 0 && message.trim().length <= MAX_QUERY) {
    const { verdict, results: found } = search(index, message);
    return verdict === 'exact' || verdict === 'confident' ? found.slice(0, limit) : [];
  }
  return [...results.values()].slice(0, limit);
}
