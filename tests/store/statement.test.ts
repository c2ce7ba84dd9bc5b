import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/store/schema.ts';
import { asKyselyDatabase } from '../../src/store/sqlite/database.ts';
import { statement } from '../../src/store/statement.ts';

const file = new DatabaseSync(':memory:');
file.exec('create table processes (id text, at integer)');
const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: asKyselyDatabase(file) }) });

test('a statement is built once and run with new values each time', async () => {
  let built = 0;
  const beat = statement((db, row: { id: string; at: number }) => {
    built++;
    return db.insertInto('processes').values(row);
  });
  await beat(db, { id: 'p', at: 1 });
  await beat(db, { id: 'q', at: 2 });
  expect(file.prepare('select id, at from processes order by at').all()).toMatchObject([
    { id: 'p', at: 1 },
    { id: 'q', at: 2 },
  ]);
  expect(built).toBe(1);
});

test('a statement that does not take its values in their order is refused', async () => {
  const wrong = statement((db, { id, at }: { id: string; at: number }) =>
    db.updateTable('processes').set({ at }).where('id', '=', id),
  );
  await expect(async () => wrong(db, { id: 'p', at: 1 })).rejects.toThrow(TypeError);
});
