import { readConfig } from '../config.ts';
import { formatFinding } from '../core/knowledge/findings.ts';
import { readDeck } from '../core/knowledge/read.ts';
import type { ReadDeck } from '../core/knowledge/types.ts';
import { readAnyDecks, readFolderOfDecks } from '../runtime/folders.ts';

/** The folder of decks, or the deck, that somebody named; without one, the folders that the program itself reads. */
export async function readDecks(folder: string | undefined): Promise<(ReadDeck & { id: string })[]> {
  const folders =
    folder === undefined
      ? (await Promise.all(readConfig(process.env, false).knowledgeDirs.map(readFolderOfDecks))).flat()
      : await readAnyDecks(folder);
  const latest = new Map(folders.map((one) => [one.id, one]));
  if (latest.size === 0) throw new Error(`There is no deck in ${folder ?? 'the folders of KNOWLEDGE_DIR'}.`);
  return [...latest.values()].map(({ id, files }) => ({ id, ...readDeck(id, files) }));
}

/** The findings of a deck as lines to print. */
export function findingLines({ id, findings }: ReadDeck & { id: string }): string[] {
  return findings.map((finding) => formatFinding(id, finding));
}
