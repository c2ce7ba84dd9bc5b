import { existsSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Finding, fault, fine, LateError, type Means, note } from '../../chat/examination.ts';
import { backupsIn } from '../../store/sqlite/backup.ts';
import { count } from '../figures.ts';
import { size } from './size.ts';

/** Bytes without which nothing goes on, and with which nobody needs to think of them. */
const LEAST = 100e6;
const PLENTY = 1e9;
/** The daily copy is made only where twice the database is free. */
const TIMES = 3;

const HOUR = 60 * 60 * 1000;
/** The program copies once a day: an older copy means that it did not. */
const STALE = 48 * HOUR;

/**
 * Looks at the data folder: the room on its disk, and the copies in it.
 *
 * @param database bytes of the SQLite database: 0 where the first start has yet to make it, undefined where it could not be read
 */
export async function examineFolder(
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string },
  database: number | undefined,
  { now, inTime }: Means,
): Promise<Finding[]> {
  try {
    const free = await inTime(freeAt(dataDir));
    if (databaseUrl)
      return [spaceFinding(free, 0), fine('Copies', 'yours to make, with pg_dump: see docs/operating.md.')];
    if (database === 0) return [spaceFinding(free, 0), fine('Copies', 'there is nothing to copy yet.')];
    const newest = await inTime(newestCopy(backupsIn(dataDir)));
    return [spaceFinding(free, database ?? 0), copyFinding(newest, now())];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = error instanceof LateError ? 'its disk does not answer' : error.message;
    return [
      fault('Data folder', `${dataDir} cannot be looked at: ${why}. Set DATA_DIR to a folder of yours.`),
    ];
  }
}

/** @param free bytes; `database` bytes of a file that is copied beside itself */
export function spaceFinding(free: number, database: number): Finding {
  const left = `${size(free)} are left on the disk of the data folder`;
  if (free < LEAST) return fault('Disk', `${left}. Make room before the database cannot be written.`);
  if (free < database * TIMES)
    return note(
      'Disk',
      `${left}, which may soon be too little for the daily copy of the database. Make room.`,
    );
  return free < PLENTY ? note('Disk', `${left}. Make room before long.`) : fine('Disk', `${left}.`);
}

/** @param newest when the newest copy was made; both in milliseconds since 1970 */
export function copyFinding(newest: number | undefined, now: number): Finding {
  const mend = 'The program makes one a day while it runs; `npm run backup -- FILE` makes one now.';
  if (newest === undefined) return note('Copies', `none of the database yet. ${mend}`);
  const hours = Math.max(0, Math.floor((now - newest) / HOUR));
  const age = hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day');
  return now - newest > STALE
    ? note('Copies', `the newest of the database is ${age} old. ${mend}`)
    : fine('Copies', `the newest of the database is ${hours === 0 ? 'of this hour' : `${age} old`}.`);
}

/** Of the disk that the folder is on, or will be. */
async function freeAt(folder: string): Promise<number> {
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  const { bavail, bsize } = await statfs(nearest);
  return bavail * bsize;
}

async function newestCopy(folder: string): Promise<number | undefined> {
  if (!existsSync(folder)) return undefined;
  const copies = (await readdir(folder)).filter((name) => name.endsWith('.db'));
  const times = await Promise.all(copies.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return times.length > 0 ? Math.max(...times) : undefined;
}
