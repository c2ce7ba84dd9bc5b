import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Reading } from './reader.ts';

/**
 * What was read last time, if it was read from the very same files by the very same code: most starts find their decks unchanged and
 * need no Markdown parser at all. A file that is missing or damaged counts as nothing.
 */
export async function recall(file: string, fingerprint: string): Promise<Reading | undefined> {
  try {
    const reading: Reading = JSON.parse(await readFile(file, 'utf8'));
    return reading.fingerprint === fingerprint ? reading : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was read, for `recall`. Where it cannot be written the next start reads again. */
export async function remember(file: string, reading: Reading): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, JSON.stringify(reading));
    await rename(unfinished, file);
  } catch {
    return; // a read-only folder: nothing is lost but time
  }
}
