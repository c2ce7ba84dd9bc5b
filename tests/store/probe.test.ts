import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { probeStore } from '../../src/store/probe.ts';
import type { Store } from '../../src/store/types.ts';
import { postgresDatabase, queries, sqliteDatabase } from './databases.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { aSubscription } from './sample.ts';

/** Some subscriptions, one of them paused since the place refuses. */
async function subscribe(store: Store): Promise<void> {
  await store.subscriptions.put(aSubscription('one', 'discord:300'));
  await store.subscriptions.put({
    ...aSubscription('two', 'discord:301'),
    kind: 'question',
    paused: 'refused',
    failingSince: 5,
  });
}

const subscribed = [
  {
    platform: 'discord',
    place: 'discord:300',
    server: 'discord:guild',
    kind: 'tip',
    paused: null,
    refusing: false,
  },
  {
    platform: 'discord',
    place: 'discord:301',
    server: 'discord:guild',
    kind: 'question',
    paused: 'refused',
    refusing: true,
  },
];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'probe-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

describe('SQLite', () => {
  async function database() {
    const made = await sqliteDatabase();
    onTestFinished(made.remove);
    return made;
  }
  const probe = (dataDir: string) => probeStore({ dataDir }, Date.now);

  test('that is not there yet is not made', async () => {
    const root = await folder();
    const found = await probe(join(root, 'new', 'data'));
    expect(found).toMatchObject({
      empty: true,
      subscriptions: [],
      engine: expect.stringMatching(/^SQLite 3\./),
    });
    expect(found.bytes).toBeUndefined();
    expect(found.obstacle).toBeUndefined();
    expect(await readdir(root)).toEqual([]);
  });

  test('is read while a program works on it', async () => {
    const { dataDir, open } = await database();
    await subscribe(await open());
    const found = await probe(dataDir);
    expect(found).toMatchObject({ pending: 0, empty: false, subscriptions: subscribed });
    expect(found.bytes).toBeGreaterThan(10_000);
  });

  test('is left as it was, byte by byte', async () => {
    const { dataDir, open } = await database();
    const store = await open();
    await subscribe(store);
    await store.close();
    const before = await readFile(join(dataDir, 'studyhall.db'));
    expect((await probe(dataDir)).subscriptions).toEqual(subscribed);
    expect(await readFile(join(dataDir, 'studyhall.db'))).toEqual(before);
    expect(await readdir(dataDir)).toEqual(['studyhall.db']);
  });

  test('of an older program is not brought up to date, and of a newer one is known', async () => {
    const { dataDir, open } = await database();
    await (await open()).close();
    const change = (statement: string) => {
      const database = new DatabaseSync(join(dataDir, 'studyhall.db'));
      database.exec(statement);
      database.close();
    };
    change("delete from studyhall_migrations where name >= '0002'; drop table subscriptions");
    const older = await probe(dataDir);
    expect(older).toMatchObject({ empty: false, subscriptions: [] });
    expect(older.pending).toBeGreaterThan(0);
    expect(await probe(dataDir)).toEqual(older);
    change("insert into studyhall_migrations values ('9999-later')");
    expect(await probe(dataDir)).toMatchObject({ newer: '9999-later' });
  });

  test('that is damaged, locked, or whose folder is none, is said in a sentence', async () => {
    const dataDir = await folder();
    await writeFile(join(dataDir, 'studyhall.db'), 'no database '.repeat(100));
    await expect(probe(dataDir)).rejects.toThrow(/is damaged, or is not a database\. Move it away/);
    await expect(probe(join(dataDir, 'studyhall.db', 'in'))).rejects.toThrow(/Set DATA_DIR to a folder/);
    const { dataDir: held, open } = await database();
    await (await open()).close();
    const holder = new DatabaseSync(join(held, 'studyhall.db'));
    onTestFinished(() => holder.close());
    holder.exec('pragma locking_mode = exclusive; begin exclusive; create table more (one)');
    await expect(probe(held)).rejects.toThrow(/in use by another program\. Stop that program/);
  });

  test.skipIf(process.getuid?.() === 0)('that cannot be written is an obstacle', async () => {
    const dataDir = await folder();
    await chmod(dataDir, 0o500);
    expect((await probe(dataDir)).obstacle).toMatch(/Set DATA_DIR to a folder that can be written/);
  });
});

describe('PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  async function database() {
    const made = await postgresDatabase(server.url);
    onTestFinished(made.remove);
    return made;
  }
  const probe = (databaseUrl: string) => probeStore({ databaseUrl, dataDir: '.' }, Date.now);

  test('that is empty stays so', async () => {
    const { url, dump } = await database();
    expect(await probe(url)).toMatchObject({
      engine: expect.stringMatching(/^PostgreSQL \d+\.\d+/),
      empty: true,
      subscriptions: [],
    });
    expect(await dump()).toEqual({});
  });

  test('tells what it holds, and the time', async () => {
    const { url, open } = await database();
    await subscribe(await open());
    const { reading, bytes, ...found } = await probe(url);
    expect(found).toMatchObject({ pending: 0, empty: false, subscriptions: subscribed });
    expect(found.obstacle).toBeUndefined();
    expect(bytes).toBeGreaterThan(1e6);
    expect(Math.abs((reading?.from ?? 0) - Date.now())).toBeLessThan(5000);
  });

  test('of an older or a newer program is known', async () => {
    const { url, open } = await database();
    await open();
    await queries(url, ["delete from studyhall_migrations where name >= '0002'"]);
    expect((await probe(url)).pending).toBeGreaterThan(0);
    await queries(url, ["insert into studyhall_migrations values ('9999-later')"]);
    expect(await probe(url)).toMatchObject({ newer: '9999-later' });
  });

  test('that takes no changes is an obstacle', async () => {
    const { url, open } = await database();
    await open();
    const name = new URL(url).pathname.slice(1);
    await queries(server.url, [`alter database ${name} set default_transaction_read_only = on`]);
    expect((await probe(url)).obstacle).toMatch(/default_transaction_read_only is on\. Switch it off/);
  });

  test('whose user may make no tables, or not change those there are, is an obstacle', async () => {
    const { url, open } = await database();
    await open();
    const role = `reader_${process.pid}`;
    await queries(url, [
      `create role ${role} login password 'hush'`,
      `grant select on all tables in schema public to ${role}`,
    ]);
    onTestFinished(async () => void (await queries(url, [`drop owned by ${role}`, `drop role ${role}`])));
    const reader = new URL(url);
    Object.assign(reader, { username: role, password: 'hush' });
    expect((await probe(reader.href)).obstacle).toMatch(/may not create tables\. Make it the owner/);
    await queries(url, [`grant create on schema public to ${role}`]);
    expect((await probe(reader.href)).obstacle).toMatch(
      /may not change Studyhall's tables\. Make it their owner/,
    );
  });

  test('that refuses or is not there is said in one sentence, without the password', async () => {
    const wrong = new URL(server.url);
    wrong.pathname = '/nowhere';
    await expect(probe(wrong.href)).rejects.toThrow(
      'PostgreSQL refuses: database "nowhere" does not exist. Check DATABASE_URL',
    );
    await expect(probe('postgres://ana:hush@127.0.0.1:1/db')).rejects.toThrow(
      /^PostgreSQL cannot be reached: connect ECONNREFUSED (?!.*hush).*Check DATABASE_URL/,
    );
  });
});
