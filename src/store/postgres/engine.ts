import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { types } from 'pg';
import type { Engine } from '../engine.ts';
import { migrate } from '../migrate.ts';
import type { Wording } from '../migrations.ts';
import type { Database } from '../schema.ts';
import { explain, isPassing } from './errors.ts';
import { openLifeline } from './lifeline.ts';

export const wording: Wording = { counter: 'bigint generated always as identity primary key', byKey: '' };

/** Connections of one process: few, since work is short and servers have some hundred for everyone. */
const CONNECTIONS = 10;
/** In milliseconds; the first includes waiting for a connection that is in use. */
const CONNECT_WITHIN = 10_000;
const ANSWER_WITHIN = 15_000;
/** Milliseconds after which the server undoes what a process began that it hears no more of: as long as a row of the outbox belongs to one. */
const GO_ON_WITHIN = 4000;
const PATIENCE = `set statement_timeout = ${ANSWER_WITHIN}; set idle_in_transaction_session_timeout = ${GO_ON_WITHIN}`;
/** How often work is done before a conflict with other transactions counts as a failure. */
const TRIES = 5;
/** Any number, the same for all processes. */
const MIGRATION_LOCK = 7_839_105_512;
/** The type of ids and times, which pg gives as text since they could be too great for a number; ours are not. */
const BIGINT = types.builtins.INT8;

/**
 * Connects to a PostgreSQL server and brings the store there up to date. Several processes may do so at the same time.
 *
 * @throws StoreError
 */
export async function openPostgres(
  connectionString: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Engine> {
  const lifeline = openLifeline({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    application_name: 'studyhall',
    // Not as settings of the connection itself, which poolers such as PgBouncer refuse.
    onConnect: (client) => client.query(PATIENCE),
    types: {
      getTypeParser: (oid, format) => (oid === BIGINT ? Number : types.getTypeParser(oid, format)),
    },
  });
  const { pool, connect, end } = lifeline;
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: { connect, end, options: pool.options } }),
  });

  const transaction = async <T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (!isPassing(error) || tries === TRIES) throw error;
      }
    }
  };

  try {
    await transaction(async (db) => {
      await sql`set local statement_timeout = 0`.execute(db); // another process may be at it, for longer
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(db);
      await migrate(db, migrations, 'The PostgreSQL database', async () => {});
    });
  } catch (error) {
    await db.destroy();
    throw explain(error);
  }
  lifeline.watch(); // not before: whoever waits for another process's migration hears nothing meanwhile
  return { reader: db, single: db, locksRows: true, transaction, explain, close: () => db.destroy() };
}
