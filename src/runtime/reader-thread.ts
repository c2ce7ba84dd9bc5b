import { createHash } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { type DeckFolder, readFolderOfDecks } from './folders.ts';
import type { Order } from './reader.ts';

enableCompileCache();
const { readDeck } = await import('../core/knowledge/read.ts');
const { folders, known }: Order = workerData;
const found = (await Promise.all(folders.map(readFolderOfDecks))).flat();
const fingerprint = fingerprintOf(found);
const latest = new Map(found.map((folder) => [folder.id, folder]));
parentPort?.postMessage(
  fingerprint === known
    ? undefined
    : {
        fingerprint,
        decks: [...latest.values()].map(({ id, path, files }) => ({ id, path, ...readDeck(id, files) })),
      },
);

function fingerprintOf(decks: readonly DeckFolder[]): string {
  const hash = createHash('sha256');
  for (const { path, files } of decks)
    for (const file of files)
      hash.update(JSON.stringify([path, file.path, file.bytes.length])).update(file.bytes);
  return hash.digest('hex');
}
