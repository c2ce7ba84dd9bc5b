import { stringify } from 'yaml';
import type { Imported } from './import.ts';
import { deckIdOf } from './import.ts';
import { writeTopic } from './write-topic.ts';

/** A file to be written. */
export interface TextFile {
  /** Relative to the deck's folder. */
  path: string;
  text: string;
}

/** The files of a deck: one a topic, and `deck.yaml` where the deck has categories or another name than its folder. */
export function filesOf(
  { topics, categories }: Pick<Imported, 'topics' | 'categories'>,
  name: string,
): TextFile[] {
  const names = new Map(topics.map((topic) => [topic.id, topic.name]));
  const settings = {
    ...(deckIdOf(name) !== name && { name }),
    ...(categories.length > 0 && {
      categories: Object.fromEntries(categories.map(({ id, title }) => [id, title])),
    }),
  };
  return [
    ...(Object.keys(settings).length > 0
      ? [{ path: 'deck.yaml', text: stringify(settings, { lineWidth: 0 }) }]
      : []),
    ...topics.map((topic) => ({ path: `${topic.id}.md`, text: writeTopic(topic, (id) => names.get(id)) })),
  ];
}
