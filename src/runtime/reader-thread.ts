import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { fingerprintOf } from './fingerprint.ts';
import { type DeckFolder, readFolderOfDecks } from './folders.ts';
import type { Order, Reading } from './reader.ts';
import { recall, remember } from './reading-cache.ts';

parentPort?.postMessage(await carryOut(workerData));

async function carryOut({ folders, known, cache }: Order): Promise<Reading | undefined> {
  const found = (await Promise.all(folders.map(readFolderOfDecks))).flat();
  const fingerprint = await fingerprintOf(found);
  if (fingerprint === known) return undefined;
  const recalled = cache && (await recall(cache, fingerprint));
  if (recalled) return recalled;
  const reading = { fingerprint, decks: await read(found) };
  if (cache) await remember(cache, reading);
  return reading;
}

/** The Markdown parser is loaded only when there is something to parse. */
async function read(found: readonly DeckFolder[]): Promise<Reading['decks']> {
  enableCompileCache();
  const { readDeck } = await import('../core/knowledge/read.ts');
  const latest = new Map(found.map((folder) => [folder.id, folder]));
  return [...latest.values()].map(({ id, path, files }) => {
    const { notes: _onlyForCheck, ...read } = readDeck(id, files);
    return { id, path, ...read };
  });
}
