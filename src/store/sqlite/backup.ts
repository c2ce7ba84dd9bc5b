import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { explain } from './errors.ts';

/** Where the database of a data folder is. */
export function databaseIn(dataDir: string): string {
  return join(dataDir, 'studyhall.db');
}

/**
 * Copies the database of a data folder, as it is committed, while a program may be working on it.
 *
 * @throws StoreError when there is none, or the copy cannot be written
 */
export async function copyStore(dataDir: string, copy: string): Promise<void> {
  const file = databaseIn(dataDir);
  let reading: DatabaseSync | undefined;
  try {
    reading = new DatabaseSync(file, { readOnly: true });
    await copyDatabase(reading, copy);
  } catch (error) {
    throw explain(error, file);
  } finally {
    reading?.close();
  }
}

/** Copies a database before it is changed. A copy from an earlier try is replaced. @returns the copy's path */
export async function backUp(reading: DatabaseSync, folder: string, migration: string): Promise<string> {
  const copy = join(folder, `before-${migration}.db`);
  await mkdir(folder, { recursive: true });
  await copyDatabase(reading, copy);
  return copy;
}

async function copyDatabase(reading: DatabaseSync, copy: string): Promise<void> {
  const unfinished = `${copy}.part`;
  await rm(unfinished, { force: true });
  reading.prepare('vacuum into ?').run(unfinished);
  const file = await open(unfinished, 'r+');
  await file.sync(); // SQLite does not: https://sqlite.org/lang_vacuum.html
  await file.close();
  await rename(unfinished, copy);
}
