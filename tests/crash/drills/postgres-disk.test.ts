import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished, type TestContext, test } from 'vitest';
import { postgresDatabase, queries } from '../../store/databases.ts';
import { stoppablePostgres } from '../../store/postgres.ts';
import { NO_MOUNT, smallDisk } from './disk.ts';
import { ordeal } from './ordeal.ts';
import { tables } from './tables.ts';

/** Megabytes: a new server takes forty, each of its databases eight. */
const ROOM = 128;
/** Milliseconds, with a new server for each on a busy machine. */
const LONG = { timeout: 120_000 };

/** A PostgreSQL on a disk of its own, with a database of the test's. */
async function postgresOnDisk({ skip }: TestContext) {
  const disk = smallDisk(ROOM) ?? skip(NO_MOUNT);
  onTestFinished(disk.remove);
  // Nothing but what is asked of it makes room, or takes it.
  const server = await stoppablePostgres(['autovacuum=off'], disk.folder);
  onTestFinished(server.remove);
  const database = await postgresDatabase(server.url);
  onTestFinished(database.remove);
  const answers = async () => ((await database.dump()).answers ?? []).map(({ player }) => String(player));
  return { disk, server, url: database.url, settings: { DATABASE_URL: database.url }, answers };
}

/** From now on every new row takes a page of its own, and so new room at once: else only one in a hundred does. */
async function widen(url: string): Promise<void> {
  const ours = "select table_name as name from information_schema.tables where table_schema = 'public'";
  const [names = []] = await queries(url, [ours]);
  const columns = names.flatMap(({ name }) => [
    `alter table "${name}" add column wide text not null default repeat(' ', 7000)`,
    `alter table "${name}" alter column wide set storage plain`,
  ]);
  await queries(url, columns);
}

/**
 * Has the server log until its disk is too full for that: then it breaks down, tries to recover, cannot, and ends.
 * https://www.postgresql.org/docs/current/disk-full.html
 */
async function logUntilItEnds(url: string): Promise<void> {
  const message = "select pg_logical_emit_message(false, 'test', repeat(' ', 1000000))";
  for (;;) {
    const failure = await queries(url, [message]).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure instanceof Error && 'code' in failure && failure.code === 'ECONNREFUSED') return;
    if (failure) await pause(10);
  }
}

test.for(tables)(
  'PostgreSQL has no room for rows for a minute in a round on %s',
  LONG,
  async ([, table], context) => {
    const { disk, url, settings, answers } = await postgresOnDisk(context);
    const begin = async () => {
      await widen(url);
      disk.fill();
    };
    await ordeal(table, { settings, begin, end: disk.makeRoom, answers });
  },
);

test.for(tables)(
  'PostgreSQL has no room for its log for a minute in a round on %s',
  LONG,
  async ([, table], context) => {
    const { disk, server, url, settings, answers } = await postgresOnDisk(context);
    const begin = async () => {
      disk.fill();
      await logUntilItEnds(url);
    };
    const end = async () => {
      disk.makeRoom();
      await server.start();
    };
    await ordeal(table, { settings, begin, end, answers });
  },
);
