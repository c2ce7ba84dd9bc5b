import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/**
 * Copies a database as it is committed, while another connection may be about to change it. A copy from an earlier try is replaced.
 *
 * @returns the copy's path
 */
export async function backUp(reading: DatabaseSync, folder: string, migration: string): Promise<string> {
  const copy = join(folder, `before-${migration}.db`);
  const unfinished = `${copy}.part`;
  await mkdir(folder, { recursive: true });
  await rm(unfinished, { force: true });
  reading.prepare('vacuum into ?').run(unfinished);
  const file = await open(unfinished, 'r+');
  await file.sync(); // SQLite does not: https://sqlite.org/lang_vacuum.html
  await file.close();
  await rename(unfinished, copy);
  return copy;
}
