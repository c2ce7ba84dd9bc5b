import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Kysely, SqliteDialect } from 'kysely';
import { StoreError } from '../../chat/errors.ts';
import { holdingOf, nothing } from '../holding.ts';
import { migrationsFor } from '../migrations.ts';
import type { Probe } from '../probe.ts';
import type { Database } from '../schema.ts';
import { databaseIn } from './backup.ts';
import { asKyselyDatabase } from './database.ts';
import { wording } from './engine.ts';
import { explain } from './errors.ts';

/** @throws StoreError */
export async function probeSqlite(dataDir: string): Promise<Probe> {
  const file = databaseIn(dataDir);
  const known = Object.keys(migrationsFor(wording));
  try {
    const size = await sizeOf(file);
    const obstacle = await obstacleAt(dataDir, size === undefined ? [] : [file]);
    const found = { engine: `SQLite ${process.versions.sqlite}`, where: file, ...(obstacle && { obstacle }) };
    if (size === undefined) return { ...found, ...nothing(known) };
    const waiting = await sizeOf(`${file}-wal`);
    const reading = openQuietly(file, waiting === undefined);
    try {
      const dialect = new SqliteDialect({ database: asKyselyDatabase(reading) });
      const holding = await holdingOf(new Kysely<Database>({ dialect }), known);
      return { ...found, bytes: size + (waiting ?? 0), ...holding };
    } finally {
      reading.close();
    }
  } catch (error) {
    throw explain(error, file);
  }
}

/**
 * Reads a database and leaves no trace. While no program has it open there is no file with what was written last, and SQLite would leave an empty
 * one behind unless it is told that nobody else is there: https://sqlite.org/uri.html#uriimmutable
 */
function openQuietly(file: string, alone: boolean): DatabaseSync {
  const address = pathToFileURL(file);
  if (alone) address.searchParams.set('immutable', '1');
  return new DatabaseSync(address, { readOnly: true, timeout: 1000 });
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Why the folder, or the nearest one above it that is there, or one of these files cannot be written. */
async function obstacleAt(folder: string, files: readonly string[]): Promise<string | undefined> {
  let nearest = resolve(folder);
  while ((await sizeOf(nearest)) === undefined) nearest = dirname(nearest);
  try {
    for (const path of [nearest, ...files]) await access(path, constants.W_OK);
    return undefined;
  } catch (error) {
    const explained = explain(error, databaseIn(folder));
    if (explained instanceof StoreError) return explained.message;
    throw error;
  }
}
