import { mkdir } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Log } from '../../chat/chat.ts';
import type { Engine } from '../engine.ts';
import { migrate } from '../migrate.ts';
import type { Wording } from '../migrations.ts';
import type { Database } from '../schema.ts';
import { keepAlone } from './alone.ts';
import { backUp, databaseIn } from './backup.ts';
import { asKyselyDatabase } from './database.ts';
import { explain } from './errors.ts';
import { groupCommits } from './group-commit.ts';

/** https://sqlite.org/autoinc.html, https://sqlite.org/withoutrowid.html */
export const wording: Wording = { counter: 'integer primary key autoincrement', byKey: 'without rowid' };

/**
 * Opens `studyhall.db` in a folder and brings it up to date. Answers must survive the machine's own fall too, so every commit waits for the disk.
 *
 * @throws StoreError
 */
export async function openSqlite(
  dataDir: string,
  migrations: Readonly<Record<string, Migration>>,
  { log, alone = false }: { log?: Log; alone?: boolean } = {},
): Promise<Engine> {
  const file = databaseIn(dataDir);
  const opened: DatabaseSync[] = [];
  try {
    await mkdir(dataDir, { recursive: true });
    if (alone) opened.push(keepAlone(dataDir));
    const connect = (readOnly: boolean) => {
      const connection = new DatabaseSync(file, { readOnly, timeout: 5000 });
      opened.push(connection);
      return connection;
    };
    const writing = connect(false);
    // From then on the group commits wait for other processes, without holding this one up. What members delete is overwritten, not only let go:
    // https://sqlite.org/pragma.html#pragma_secure_delete
    writing.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 0; pragma secure_delete = on',
    );
    const writer = new Kysely<Database>({
      dialect: new SqliteDialect({ database: asKyselyDatabase(writing) }),
    });
    const reading = connect(true);
    const reader = new Kysely<Database>({
      dialect: new SqliteDialect({ database: asKyselyDatabase(reading) }),
    });
    const transaction = groupCommits(writing);
    await transaction(() => {
      // SQLite opens what it may only read, and begins transactions on it: only a write tells.
      writing.exec('pragma user_version = 0');
      return migrate(writer, migrations, `The database ${file}`, async (migration) => {
        const copy = await backUp(dataDir, migration);
        log?.info({}, `The database changes with this version; as it was it is kept in ${copy}.`);
      });
    });
    return {
      reader,
      locksRows: false,
      transaction: (work) => transaction(() => work(writer)),
      explain: (error) => explain(error, file),
      async close() {
        for (const connection of opened.toReversed()) connection.close();
      },
    };
  } catch (error) {
    for (const connection of opened) connection.close();
    throw explain(error, file);
  }
}
