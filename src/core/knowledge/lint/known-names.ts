import { nameKey } from '../names.ts';
import { namesOf } from '../notes/mentions.ts';
import type { Elsewhere, Topic } from '../types.ts';

/** Most words of a name that is looked for inside a text. */
const LONGEST = 8;

/** The names that a deck knows, and whose they are. */
export interface KnownNames {
  /** Whether the whole text is a name, of a topic or of something that lies elsewhere. */
  isName(text: string): boolean;
  /** The topic whose name the whole text is. */
  topicOf(text: string): Topic | undefined;
  /** The topics that a text names, each with the names that stand there. */
  within(text: string): Map<Topic, string[]>;
}

/** The names and aliases of topics, and what lies elsewhere; names are the same as for `nameKey`. */
export function knownNames(topics: readonly Topic[], elsewhere: readonly Elsewhere[]): KnownNames {
  const owners = new Map<string, { topic: Topic; name: string }>();
  for (const topic of topics)
    for (const name of namesOf(topic))
      if (!owners.has(nameKey(name))) owners.set(nameKey(name), { topic, name });
  const keys = new Map<string, string>();
  const keyOf = (word: string) => {
    const key = keys.get(word) ?? nameKey(word);
    keys.set(word, key);
    return key;
  };
  const others = new Set(elsewhere.flatMap(({ name, also }) => [name, ...also].map(nameKey)));
  return {
    isName: (text) => owners.has(nameKey(text)) || others.has(nameKey(text)),
    topicOf: (text) => owners.get(nameKey(text))?.topic,
    within(text) {
      const found = new Map<Topic, string[]>();
      const words = text.split(/[^\p{L}\p{N}\p{M}+#]+/u).filter((word) => word !== '');
      for (const start of words.keys()) {
        let run = '';
        for (const word of words.slice(start, start + LONGEST)) {
          run += keyOf(word);
          const owner = owners.get(run);
          if (owner) found.set(owner.topic, [...(found.get(owner.topic) ?? []), owner.name]);
        }
      }
      return found;
    },
  };
}
