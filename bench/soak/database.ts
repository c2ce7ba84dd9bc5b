import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProxy } from '../../tests/crash/proxy.ts';
import { postgresDatabase, queries, sqliteDatabase } from '../../tests/store/databases.ts';
import { startPostgres } from '../../tests/store/postgres.ts';

/** The program's database, which fails now and then. */
export interface Database {
  /** What the program is told of it. */
  env: Readonly<Record<string, string>>;
  /** For so many milliseconds the program cannot change anything in it. */
  cutOff(ms: number): Promise<void>;
  /** How many rows a query finds. */
  count(from: string): Promise<number>;
  remove(): Promise<void>;
}

/** Somebody else writes for so long. */
export async function sqlite(): Promise<Database> {
  const { dataDir, remove } = await sqliteDatabase();
  const file = join(dataDir, 'studyhall.db');
  return {
    env: { DATA_DIR: dataDir },
    async cutOff(ms) {
      const other = new DatabaseSync(file, { timeout: 0 });
      while (!begins(other)) await sleep(1);
      await sleep(ms);
      other.exec('rollback');
      other.close();
    },
    async count(from) {
      const reader = new DatabaseSync(file, { readOnly: true });
      const row = reader.prepare(`select count(*) as rows from ${from}`).get();
      reader.close();
      return Number(row?.rows);
    },
    remove,
  };
}

function begins(database: DatabaseSync): boolean {
  try {
    database.exec('begin immediate');
    return true;
  } catch {
    return false; // the program is writing
  }
}

/** All connections are cut for so long, whatever is under way. */
export async function postgres(): Promise<Database> {
  const server = await startPostgres('on');
  const { url, remove } = await postgresDatabase(server.url);
  let isOff = false;
  const proxy = await startProxy(url, () => isOff);
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-'));
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: proxy.url },
    async cutOff(ms) {
      isOff = true;
      await sleep(ms);
      isOff = false;
    },
    async count(from) {
      const [rows = []] = await queries(url, [`select count(*) as rows from ${from}`]);
      return Number(rows[0]?.rows);
    },
    async remove() {
      await remove();
      await proxy.close();
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
