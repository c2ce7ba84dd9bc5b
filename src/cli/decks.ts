import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { formatFinding } from '../core/knowledge/findings.ts';
import { readDeck } from '../core/knowledge/read.ts';
import type { ReadDeck } from '../core/knowledge/types.ts';
import { buildIndex } from '../core/search/build.ts';
import { readAnyDecks, readFolderOfDecks } from '../runtime/folders.ts';
import type { Shelf } from '../runtime/library.ts';
import { readDecks as readThroughCache } from '../runtime/reader.ts';

/**
 * Reads the folder of decks, or the deck, that somebody named; without one, the folders that the program itself reads.
 *
 * @throws Error when there is none
 */
export async function readDecks(folder: string | undefined): Promise<(ReadDeck & { id: string })[]> {
  if (folder !== undefined && !existsSync(folder)) throw new Error(`There is nothing at ${folder}.`);
  const folders =
    folder === undefined
      ? (await Promise.all(readConfig(process.env, false).knowledgeDirs.map(readFolderOfDecks))).flat()
      : await readAnyDecks(folder);
  const latest = new Map(folders.map((one) => [one.id, one]));
  if (latest.size === 0) throw nothingIn(folder);
  return [...latest.values()].map(({ id, files }) => ({ id, ...readDeck(id, files) }));
}

/** The decks of the program as it read them itself, if they are as they were then: Markdown takes a second, and a lookup should not. */
async function decksOfTheProgram(): Promise<(ReadDeck & { id: string })[]> {
  const { knowledgeDirs, dataDir } = readConfig(process.env, false);
  const cache = join(dataDir, 'cache', 'decks.json');
  const reading = await readThroughCache({ folders: knowledgeDirs, known: '', cache });
  if (!reading || reading.decks.length === 0) throw nothingIn(undefined);
  return reading.decks;
}

function nothingIn(folder: string | undefined): Error {
  return new Error(`There is no deck in ${folder ?? 'the folders of KNOWLEDGE_DIR'}. Put one there.`);
}

/** The findings of a deck as lines to print. */
export function findingLines({ id, findings }: ReadDeck & { id: string }): string[] {
  return findings.map((finding) => formatFinding(id, finding));
}

/**
 * The decks that can be used, with their indexes, of the program or of the folder that somebody named; the errors of the others go to
 * standard error.
 *
 * @throws Error when none can be used
 */
export async function openShelves(folder?: string): Promise<Shelf[]> {
  const shelves: Shelf[] = [];
  for (const read of await (folder === undefined ? decksOfTheProgram() : readDecks(folder))) {
    if (read.deck) shelves.push({ deck: read.deck, index: buildIndex(read.deck) });
    else process.stderr.write(`${findingLines(read).join('\n')}\n`);
  }
  if (shelves.length === 0) throw noDeck();
  return shelves;
}

export function noDeck(): Error {
  return new Error('No deck could be read: mend the errors above.');
}
