import { nameKey } from '../names.ts';
import type { Topic } from '../types.ts';
import { nameForms } from './names.ts';
import { spaceless } from './telling.ts';

/**
 * A function that gives the first name or alias of any of the topics that stands in a text, if there is one: spelt apart or together, in
 * the plural, with other capitals or without "AWS" and "Amazon", as `nameKey` takes names for the same.
 */
export function nameFinder(topics: readonly Topic[]): (text: string) => string | undefined {
  const names = new Map<string, string>();
  for (const name of topics.flatMap(namesOf)) {
    for (const key of [nameKey(name), keysOf(name).join('')])
      if (key !== '' && !names.has(key)) names.set(key, name);
  }
  const longest = names.keys().reduce((most, { length }) => Math.max(most, length), 0);
  return (text) => {
    const keys = keysOf(text);
    for (const start of keys.keys()) {
      let run = '';
      for (const key of keys.slice(start)) {
        run += key;
        if (run.length > longest) break;
        const name = names.get(run);
        if (name !== undefined) return name;
      }
    }
    return undefined;
  };
}

/** Every name that a topic goes by, with and without what its brackets say. */
export function namesOf({ name, aliases }: Topic): string[] {
  return [name, ...aliases].flatMap((each) => {
    const { whole, main, others } = nameForms(each);
    return [whole, main, ...others];
  });
}

/** The keys of a text's words, and of its single characters where a script puts no spaces between words. */
function keysOf(text: string): string[] {
  const apart = text.normalize('NFKD').replaceAll(spaceless, ' $& ');
  const pieces = apart.split(/[^\p{L}\p{N}\p{M}+#]+/u).filter((piece) => piece !== '');
  return pieces.map(nameKey);
}
