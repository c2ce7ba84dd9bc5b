import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../chat/errors.ts';
import { copyDatabase } from './copying.ts';
import { explain } from './errors.ts';

/** How many daily copies are kept. */
const KEPT = 7;

/** Where the database of a data folder is. */
export function databaseIn(dataDir: string): string {
  return join(dataDir, 'studyhall.db');
}

/** Where the copies are that the program makes by itself. */
export function backupsIn(dataDir: string): string {
  return join(dataDir, 'backups');
}

/**
 * Copies the database of a data folder, as it is committed, while a program may be working on it.
 *
 * @throws StoreError when there is none, or the copy cannot be written
 */
export async function copyStore(dataDir: string, copy: string): Promise<void> {
  const file = databaseIn(dataDir);
  await copyDatabase(file, copy).catch((error) => {
    throw explain(error, file);
  });
}

/** Copies a database before it is changed. A copy from an earlier try is replaced. @returns the copy's path */
export async function backUp(dataDir: string, migration: string): Promise<string> {
  const folder = backupsIn(dataDir);
  const copy = join(folder, `before-${migration}.db`);
  await mkdir(folder, { recursive: true });
  await copyDatabase(databaseIn(dataDir), copy);
  return copy;
}

/**
 * Copies the database of a data folder unless there is a copy of this day (UTC), and deletes those older than the newest seven.
 *
 * @param now milliseconds since 1970
 * @returns the path of the copy that was made
 * @throws StoreError when it cannot be written, or would leave the disk with less room than it takes
 */
export async function copyDaily(
  dataDir: string,
  now: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const folder = backupsIn(dataDir);
  const copy = join(folder, `studyhall-${new Date(now).toISOString().slice(0, 10)}.db`);
  if (existsSync(copy)) return undefined;
  try {
    await mkdir(folder, { recursive: true });
    await clear(folder); // a copy that was never finished takes room, too
    await leaveRoom(dataDir, folder);
    await copyDatabase(databaseIn(dataDir), copy, signal);
    await clear(folder);
    return copy;
  } catch (error) {
    throw explain(error, copy);
  }
}

const daily = /^studyhall-\d{4}-\d\d-\d\d\.db$/;
const unfinishedDaily = /^studyhall-\d{4}-\d\d-\d\d\.db\.part$/;

/** Deletes daily copies that are not among the newest, and what is left of tries that did not end. Leaves all else alone. */
async function clear(folder: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  const copies = names.filter((name) => daily.test(name));
  const unfinished = names.filter((name) => unfinishedDaily.test(name));
  for (const name of [...copies.slice(0, -KEPT), ...unfinished]) await rm(join(folder, name));
}

/** Members come before copies: a full disk would take none of their answers. */
async function leaveRoom(dataDir: string, folder: string): Promise<void> {
  const { size } = await stat(databaseIn(dataDir));
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize > 2 * size) return;
  throw new StoreError(
    `The disk has too little room for a copy of the database, which takes ${Math.ceil(size / 1e6)} MB. Make room on it.`,
  );
}
