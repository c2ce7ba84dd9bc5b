import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Migration } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../../src/chat/errors.ts';
import { migrationsFor } from '../../../src/store/migrations.ts';
import { openStore } from '../../../src/store/open.ts';
import { openSqlite, wording } from '../../../src/store/sqlite/engine.ts';
import { NOW, sqliteDatabase } from '../databases.ts';
import { startWriter } from '../processes.ts';
import { aPost, aRound, asking, got, oldRow } from '../sample.ts';

type Own = Awaited<ReturnType<typeof sqliteDatabase>>;
let database: Own;
let file: string;
beforeEach(async () => {
  database = await sqliteDatabase();
  file = join(database.dataDir, 'studyhall.db');
});
afterEach(() => database.remove());

/** Runs a statement past the store. */
function inFile(path: string, statement: string) {
  const connection = new DatabaseSync(path);
  const rows = connection.prepare(statement).all();
  connection.close();
  return rows;
}

/** Opens a round with a question on the screen and closes the store. */
async function openRound() {
  const store = await database.open();
  await store.rounds.add(aRound('r1', 'discord:here', asking(aRound('', '').state, 0)));
  await store.close();
}

describe('migrations', () => {
  const newest: Record<string, Migration> = {
    ...migrationsFor(wording),
    '9999-more': { up: (db) => db.schema.createTable('more').addColumn('id', 'integer').execute() },
  };
  const broken: Record<string, Migration> = {
    ...newest,
    '9999-worse': { up: (db) => db.schema.createTable('more').addColumn('id', 'integer').execute() },
  };
  const copies = async () => (await readdir(join(database.dataDir, 'backups'))).sort();

  test('make a new store, and no copy of nothing', async () => {
    await openRound();
    expect(await readdir(database.dataDir)).toEqual(['studyhall.db']);
  });

  test('change an older store once, after a copy', async () => {
    await openRound();
    for (const _time of [1, 2]) await (await openSqlite(database.dataDir, newest)).close();
    expect(inFile(file, "select count(*) as tables from sqlite_master where name = 'more'")).toMatchObject([
      { tables: 1 },
    ]);
    expect(await copies()).toEqual(['before-9999-more.db']);
    const copy = join(database.dataDir, 'backups', 'before-9999-more.db');
    expect(inFile(copy, 'select id from rounds')).toMatchObject([{ id: 'r1' }]);
    expect(inFile(copy, "select name from sqlite_master where name = 'more'")).toEqual([]);
  });

  test('bring along what an older version has stored', async () => {
    const { '0001-rounds': first = { up: async () => {} } } = migrationsFor(wording);
    await (await openSqlite(database.dataDir, { '0001-rounds': first })).close();
    inFile(file, oldRow);
    const { outbox } = await database.open();
    await outbox.put([aPost('1', 'comes after it')]);
    const room = { platform: 'discord', rows: 2, tips: 0 } as const;
    expect(await outbox.take('p', [room], NOW, NOW + 1000)).toEqual([
      { ...aPost('1', 'hello'), id: '1', tries: 0, doubtful: false },
    ]);
    expect(await copies()).toEqual(['before-0002-tips.db']);
  });

  test('that fail leave the store as it was, and the copy', async () => {
    await openRound();
    await expect(openSqlite(database.dataDir, broken)).rejects.toThrow('table "more" already exists');
    expect(inFile(file, "select name from sqlite_master where name = 'more'")).toEqual([]);
    expect(await copies()).toEqual(['before-9999-more.db']);
    await (await openSqlite(database.dataDir, newest)).close();
    expect(inFile(file, 'select id from rounds')).toMatchObject([{ id: 'r1' }]);
  });

  test('of a newer program are refused with what to do', async () => {
    await (await openSqlite(database.dataDir, newest)).close();
    const refused = database.open();
    await expect(refused).rejects.toThrow(StoreError);
    await expect(refused).rejects.toThrow(
      `The database ${file} was written by a newer Studyhall: it has "9999-more", and this program knows only up to ` +
        `"${Object.keys(migrationsFor(wording)).at(-1)}". Start the newer program, or put back a copy from the time before it.`,
    );
  });
});

describe('a database that cannot be used is said in one sentence:', () => {
  test('a folder that cannot be one', async () => {
    await writeFile(join(database.dataDir, 'notes'), '');
    const dataDir = join(database.dataDir, 'notes', 'data');
    const refused = openStore({ dataDir, now: () => NOW });
    await expect(refused).rejects.toThrow(StoreError);
    await expect(refused).rejects.toThrow(
      /cannot be used: ENOTDIR.* Set DATA_DIR to a folder that can be written\.$/,
    );
  });

  test('a folder in the place of the file', async () => {
    await mkdir(file);
    await expect(database.open()).rejects.toThrow(
      /cannot be written: unable to open database file\. Set DATA_DIR/,
    );
  });

  test('a file that is none', async () => {
    await writeFile(file, 'Dear diary, this is no database. '.repeat(100));
    await expect(database.open()).rejects.toThrow(`${file} is damaged, or is not a database. Move it away`);
  });

  test('a file that another program keeps to itself', async () => {
    const store = await database.open();
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    await expect(store.rounds.add(aRound('r1', 'discord:here'))).rejects.toThrow(
      `The database ${file} is in use by another program. Stop that program, or wait until it is done.`,
    );
    other.exec('commit');
    other.close();
    expect(await store.rounds.add(aRound('r1', 'discord:here'))).toBe(true);
  });
});

describe('processes', () => {
  test('that start at once on an empty folder all come up', async () => {
    const writers = ['a', 'b', 'c'].map((name) => startWriter(database.dataDir, name, 0));
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  });

  test('two on one file lose nothing of each other', async () => {
    await openRound();
    const writers = ['a', 'b'].map((name) => startWriter(database.dataDir, name, 40));
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0]);
    const { state, version } = await got(await database.open(), 'r1');
    expect(Object.keys(state.answers)).toHaveLength(80);
    expect(Object.keys(state.players)).toHaveLength(80);
    expect(version).toBe(81);
  });

  test('a killed one has lost nothing that it had confirmed', async () => {
    await openRound();
    for (const round of [1, 2, 3]) {
      const writer = startWriter(database.dataDir, `${round}`, 100_000, () => {
        if (writer.confirmed.length >= 20 * round) writer.child.kill('SIGKILL');
      });
      expect(await writer.ended).toBeNull();
      const store = await database.open();
      const { answers, players } = (await got(store, 'r1')).state;
      expect(writer.confirmed.filter((player) => !answers[player])).toEqual([]);
      expect(Object.keys(players).sort()).toEqual(Object.keys(answers).sort());
      await store.close();
    }
    expect(inFile(file, 'pragma integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
  }, 60_000);
});
