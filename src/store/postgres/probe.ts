import { Kysely, PostgresDialect, sql } from 'kysely';
import { holdingOf } from '../holding.ts';
import { migrationsFor } from '../migrations.ts';
import type { Probe } from '../probe.ts';
import type { Database } from '../schema.ts';
import { wording } from './engine.ts';
import { explain } from './errors.ts';
import { openLifeline } from './lifeline.ts';

/** Milliseconds for a connection, and for the server to answer. */
const PATIENCE = 4000;

interface Server {
  version: string;
  bytes: number;
  standby: boolean;
  readOnly: boolean;
  creates: boolean | null;
  /** Null where there are no tables yet. */
  writes: boolean | null;
  /** Milliseconds since 1970. */
  clock: number;
}

/** What a start needs: `create table if not exists` asks for the right to create even where the table is there. */
const server = sql<Server>`select
  current_setting('server_version') as version,
  pg_database_size(current_database())::float8 as bytes,
  pg_is_in_recovery() as standby,
  current_setting('default_transaction_read_only')::boolean as "readOnly",
  has_schema_privilege(current_schema(), 'create') as creates,
  has_table_privilege(to_regclass('outbox')::oid, 'insert')
    and has_table_privilege(to_regclass('outbox')::oid, 'update')
    and has_table_privilege(to_regclass('outbox')::oid, 'delete') as writes,
  (extract(epoch from clock_timestamp()) * 1000)::float8 as clock`;

/** @throws StoreError */
export async function probePostgres(connectionString: string, now: () => number): Promise<Probe> {
  const { pool } = openLifeline({
    connectionString,
    max: 1,
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await db
      .transaction()
      .setAccessMode('read only')
      .execute(async (db) => {
        await sql`set local statement_timeout = ${sql.lit(PATIENCE)}`.execute(db);
        const sent = now();
        const { rows } = await server.execute(db);
        const received = now();
        const [found] = rows;
        if (!found) throw new Error('PostgreSQL answered with nothing.');
        const obstacle = obstacleOf(found);
        return {
          engine: `PostgreSQL ${found.version}`,
          where: 'The PostgreSQL database',
          bytes: found.bytes,
          ...(obstacle !== undefined && { obstacle }),
          reading: { sent, received, from: found.clock, to: found.clock },
          ...(await holdingOf(db, Object.keys(migrationsFor(wording)))),
        };
      });
  } catch (error) {
    throw explain(error);
  } finally {
    await db.destroy();
  }
}

function obstacleOf({ standby, readOnly, creates, writes }: Server): string | undefined {
  if (standby) return 'PostgreSQL is a standby, which only reads. Point DATABASE_URL at the primary.';
  if (readOnly)
    return 'PostgreSQL takes no changes here: default_transaction_read_only is on. Switch it off for this database and user.';
  if (!creates)
    return 'The user in DATABASE_URL may not create tables. Make it the owner of the database, or grant it CREATE on the schema.';
  if (writes === false)
    return "The user in DATABASE_URL may not change Studyhall's tables. Make it their owner: a restored copy may have another.";
  return undefined;
}
