import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeckFolder } from './folders.ts';

const readerFolder = fileURLToPath(new URL('../core/knowledge', import.meta.url));
const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));

/** One value for all that a reading depends on: the decks' files, the code that reads them and the packages it uses. */
export async function fingerprintOf(decks: readonly DeckFolder[]): Promise<string> {
  const hash = createHash('sha256').update(await readFile(packageFile));
  const names = (await readdir(readerFolder, { recursive: true }))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  for (const source of await Promise.all(names.map((name) => readFile(join(readerFolder, name)))))
    hash.update(source);
  for (const { path, files } of decks)
    for (const file of files)
      hash.update(JSON.stringify([path, file.path, file.bytes.length, file.unreadable])).update(file.bytes);
  return hash.digest('hex');
}
