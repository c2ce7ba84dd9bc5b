import type { Log } from '../chat/chat.ts';
import { StoreError } from '../chat/errors.ts';
import type { Engine } from './engine.ts';
import { migrationsFor } from './migrations.ts';
import * as postgres from './postgres/engine.ts';
import type { StoreSettings } from './probe.ts';
import { keepSetups } from './setups.ts';
import { copyDaily } from './sqlite/backup.ts';
import * as sqlite from './sqlite/engine.ts';
import { tablesIn } from './tables/tables.ts';
import { saveTogether } from './tables/together.ts';
import { tablesThrough } from './through.ts';
import type { Store, Tables } from './types.ts';

export interface StoreDeps extends StoreSettings {
  log?: Log;
  /** Whether no other program that is alone may work in the same folder; for PostgreSQL it means nothing. */
  alone?: boolean;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Rounds whose questions are kept at hand: those that are live, in all but the largest houses. */
const SETUPS = 2000;

/**
 * Opens the store: PostgreSQL where there is a `databaseUrl`, else SQLite in the folder `dataDir`, which is made if it is missing. Older tables are
 * brought up to date first, the SQLite file after it was copied to `dataDir/backups`.
 *
 * @throws StoreError when it cannot be reached or written, was written by a newer program, or another is alone there
 */
export async function openStore({ databaseUrl, dataDir, log, alone, now }: StoreDeps): Promise<Store> {
  const engine = databaseUrl
    ? await postgres.openPostgres(databaseUrl, migrationsFor(postgres.wording))
    : await sqlite.openSqlite(dataDir, migrationsFor(sqlite.wording), { log, alone });
  return {
    ...storeOn(engine, now),
    ...(!databaseUrl && { copyDaily: (...day) => copyDaily(dataDir, ...day) }),
  };
}

function storeOn(engine: Engine, now: () => number): Store {
  const setups = keepSetups(SETUPS);
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing) throw new StoreError('The store is closed.');
    const result = work();
    underWay.add(result);
    try {
      return await result;
    } catch (error) {
      throw engine.explain(error);
    } finally {
      underWay.delete(result);
    }
  };

  const transaction = <T>(work: (tables: Tables) => Promise<T>): Promise<T> =>
    guarded(() =>
      engine.transaction((db) => whole(tablesIn({ db, locks: engine.locksRows, setups, now }), work)),
    );

  const reading = tablesIn({ db: engine.reader, locks: false, setups, now });
  const tables = tablesThrough((read) => guarded(() => read(reading)), transaction);
  const { single } = engine;
  return {
    ...tables,
    ...(single && {
      rounds: { ...tables.rounds, saveAll: (changes) => guarded(() => saveTogether(single, changes)) },
    }),
    transaction,
    shared: engine.locksRows,
    close() {
      closing ??= Promise.allSettled(underWay).then(() => engine.close());
      return closing;
    },
  };
}

/** Waits also for what the work asked for and did not wait for, so that nothing of it comes after the commit or survives an undoing. */
async function whole<T>(tables: Tables, work: (tables: Tables) => Promise<T>): Promise<T> {
  const asked: Promise<unknown>[] = [];
  const noted = <R>(call: (tables: Tables) => Promise<R>): Promise<R> => {
    const result = call(tables);
    asked.push(result);
    return result;
  };
  try {
    return await work(tablesThrough(noted, noted));
  } finally {
    await Promise.allSettled(asked);
  }
}
