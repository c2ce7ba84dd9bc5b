import type { Migration } from 'kysely/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreError } from '../../src/chat/errors.ts';
import { migrationsFor } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { openPostgres, wording } from '../../src/store/postgres/engine.ts';
import { NOW, postgresDatabase, queries } from './databases.ts';
import { startWriter } from './processes.ts';
import { ana, answered, aPost, aRound, asking, ben, change, got, oldRow } from './sample.ts';

/** What only PostgreSQL can do, or get wrong. */
export function postgresOnly(server: () => string): void {
  let database: Awaited<ReturnType<typeof postgresDatabase>>;
  beforeEach(async () => {
    database = await postgresDatabase(server());
  });
  afterEach(() => database.remove());

  const opened = (databaseUrl: string) => openStore({ databaseUrl, dataDir: '.', now: () => NOW });

  test('processes that are started at once on an empty database all come up', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => database.open()));
    await stores[0]?.rounds.add(aRound('r1', 'discord:here'));
    expect(await stores[3]?.rounds.live(['discord'])).toEqual(['r1']);
  });

  test('two processes lose nothing of each other, and a killed one nothing that it had confirmed', async () => {
    const store = await database.open();
    await store.rounds.add(aRound('r1', 'discord:here', asking(aRound('', '').state, 0)));
    const killed = startWriter(database.url, 'a', 100_000, () => {
      if (killed.confirmed.length >= 20) killed.child.kill('SIGKILL');
    });
    const other = startWriter(database.url, 'b', 30);
    expect(await Promise.all([killed.ended, other.ended])).toEqual([null, 0]);
    const { answers } = (await got(store, 'r1')).state;
    const confirmed = [...killed.confirmed, ...other.confirmed];
    expect(confirmed.length).toBeGreaterThanOrEqual(50);
    expect(confirmed.filter((player) => !answers[player])).toEqual([]);
  });

  test('what an older version has stored is brought along', async () => {
    const { '0001-rounds': first = { up: async () => {} } } = migrationsFor(wording);
    await (await openPostgres(database.url, { '0001-rounds': first })).close();
    await queries(database.url, [oldRow]);
    const { outbox } = await database.open();
    await outbox.put([aPost('1', 'comes after it')]);
    const room = { platform: 'discord', rows: 2, tips: 0 } as const;
    expect(await outbox.take('p', [room], NOW, NOW + 1000)).toEqual([
      { ...aPost('1', 'hello'), id: '1', tries: 0, doubtful: false },
    ]);
  });

  test('a store of a newer program is refused', async () => {
    const newer: Record<string, Migration> = {
      ...migrationsFor(wording),
      '9999-more': { up: (db) => db.schema.createTable('more').addColumn('id', 'integer').execute() },
    };
    await (await openPostgres(database.url, newer)).close();
    await expect(database.open()).rejects.toThrow(
      'The PostgreSQL database was written by a newer Studyhall: it has "9999-more"',
    );
  });

  test('lost connections are an error for who uses them, and nobody else', async () => {
    const store = await database.open();
    await store.rounds.add(aRound('r1', 'discord:here', asking(aRound('', '').state, 0)));
    const cut = () =>
      queries(server(), [
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(database.url).pathname.slice(1)}'`,
      ]);
    const using = store.transaction(async ({ rounds }) => {
      const round = await rounds.get('r1');
      await cut();
      if (round) await rounds.save(round, answered(round.state, ana, [0]));
    });
    await expect(using).rejects.toThrow(
      /^PostgreSQL cannot be reached: .* Check DATABASE_URL and that the server runs\.$/,
    );
    await expect(using).rejects.toThrow(StoreError);
    await change(store, 'r1', (state) => answered(state, ben, [0]));
    expect(Object.keys((await got(store, 'r1')).state.answers)).toEqual([ben.id]);
  });

  test('a deadlock is undone, and the work done once more', async () => {
    const store = await database.open();
    await store.rounds.add(aRound('r1', 'discord:1'));
    await store.rounds.add(aRound('r2', 'discord:2'));
    let times = 0;
    const met = Promise.withResolvers<void>();
    const both = (first: string, second: string) =>
      store.transaction(async ({ rounds }) => {
        await rounds.get(first);
        times++;
        if (times === 2) met.resolve();
        await met.promise; // each has its first before it asks for its second
        await rounds.get(second);
        return second;
      });
    expect(await Promise.all([both('r1', 'r2'), both('r2', 'r1')])).toEqual(['r2', 'r1']);
    expect(times).toBeGreaterThanOrEqual(3); // more, when they meet again
  });

  test('a round that somebody else is at holds up none of those that are saved together', async () => {
    const [store, other] = [await database.open(), await database.open()];
    for (const id of ['r1', 'r2']) await store.rounds.add(aRound(id, id, asking(aRound('', '').state, 0)));
    const changes = [await got(store, 'r1'), await got(store, 'r2')].map((round) => ({
      round,
      next: answered(round.state, ana, [0]),
    }));
    const saved = await other.transaction(async ({ rounds }) => {
      await rounds.get('r1');
      return store.rounds.saveAll(changes);
    });
    expect(saved).toEqual(new Set(['r2']));
  });

  test('a server that is not there, does not know us or takes no changes is said in one sentence, without the password', async () => {
    const wrong = (change: (url: URL) => void) => {
      const url = new URL(database.url);
      change(url);
      return opened(url.href);
    };
    await expect(wrong((url) => (url.port = '1'))).rejects.toThrow(
      /^PostgreSQL cannot be reached: connect ECONNREFUSED .* Check DATABASE_URL and that the server runs\.$/,
    );
    await expect(wrong((url) => (url.pathname = 'nowhere'))).rejects.toThrow(
      'PostgreSQL refuses: database "nowhere" does not exist. Check DATABASE_URL and the rights of its user.',
    );
    const denied = wrong((url) => (url.password = 'hush-hush'));
    await expect(denied).rejects.toThrow(StoreError);
    await expect(denied).rejects.toThrow(/^PostgreSQL refuses: (?!.*hush)/);
    const readOnly = wrong((url) => url.searchParams.set('options', '-c default_transaction_read_only=on'));
    await expect(readOnly).rejects.toThrow('PostgreSQL takes no changes here: it is read-only.');
  });
}
