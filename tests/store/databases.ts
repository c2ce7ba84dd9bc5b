import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { HISTORY } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/types.ts';

/** An empty database of a test's own. */
export interface TestDatabase {
  /** Opens a store on it: the second one stands for a second process. */
  open(): Promise<Store>;
  /** All rows of all tables, past the store. */
  dump(): Promise<Record<string, Record<string, unknown>[]>>;
  /** The tables that have a column of this name. */
  tablesWith(column: string): Promise<string[]>;
  /** Closes the stores and removes the database. */
  remove(): Promise<void>;
}

/** What the stores of the tests take for the time. */
export const NOW = Date.UTC(2026, 10, 2, 12);

export async function sqliteDatabase(): Promise<TestDatabase & { dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'store-'));
  const { open, close } = opener({ dataDir });
  const read = (statement: string) => {
    const database = new DatabaseSync(join(dataDir, 'studyhall.db'), { readOnly: true });
    const rows = database.prepare(statement).all();
    database.close();
    return rows;
  };
  const tables = "select name from sqlite_master where type = 'table'";
  return {
    dataDir,
    open,
    async dump() {
      return Object.fromEntries(read(tables).map(({ name }) => [name, read(`select * from "${name}"`)]));
    },
    async tablesWith(column) {
      const found = read(
        `select t.name from (${tables}) t, pragma_table_info(t.name) c where c.name = '${column}'`,
      );
      return found.map(({ name }) => String(name));
    },
    async remove() {
      await close();
      await rm(dataDir, { recursive: true });
    },
  };
}

let databases = 0;
const tablesOf = "select table_name as name from information_schema.tables where table_schema = 'public'";
/** For few rows this takes a tenth of what `truncate` does. */
const deleteRows = `do $$
  declare name text;
  begin
    for name in ${tablesOf} and table_name <> '${HISTORY}' loop
      execute format('delete from %I', name);
    end loop;
  end $$`;

export interface PostgresDatabase extends TestDatabase {
  url: string;
  /** Closes the stores and deletes all rows: the tables take longer to make than most tests do. */
  empty(): Promise<void>;
}

export async function postgresDatabase(server: string): Promise<PostgresDatabase> {
  const name = `store_${process.pid}_${++databases}`;
  const url = new URL(server);
  url.pathname = name;
  await queries(server, [`create database ${name}`]);
  const { open, close } = opener({ databaseUrl: url.href, dataDir: '.' });
  return {
    url: url.href,
    open,
    async empty() {
      await close();
      await queries(url.href, [deleteRows]);
    },
    async dump() {
      const [tables = []] = await queries(url.href, [tablesOf]);
      const rows = await queries(
        url.href,
        tables.map(({ name }) => `select * from "${name}"`),
      );
      return Object.fromEntries(tables.map(({ name }, index) => [name, rows[index] ?? []]));
    },
    async tablesWith(column) {
      const statement = `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = '${column}'`;
      const [found = []] = await queries(url.href, [statement]);
      return found.map(({ name }) => String(name));
    },
    async remove() {
      await close();
      await queries(server, [`drop database ${name} with (force)`]);
    },
  };
}

/** Runs statements on a connection of its own, and gives back the rows of each. */
export async function queries(
  url: string,
  statements: readonly string[],
): Promise<Record<string, unknown>[][]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // what is under way on it fails by itself
  await client.connect();
  const rows: Record<string, unknown>[][] = [];
  for (const statement of statements) rows.push((await client.query(statement)).rows);
  await client.end();
  return rows;
}

function opener(settings: { databaseUrl?: string; dataDir: string }) {
  const stores: Store[] = [];
  return {
    async open() {
      const store = await openStore({ ...settings, now: () => NOW });
      stores.push(store);
      return store;
    },
    async close() {
      for (const store of stores.splice(0)) await store.close();
    },
  };
}
