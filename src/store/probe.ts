import { access, constants, mkdir } from 'node:fs/promises';
import { Client } from 'pg';
import { PlatformError } from '../chat/errors.ts';

export interface StoreSettings {
  databaseUrl?: string;
  dataDir: string;
}

/** How long a database may take to answer, in milliseconds. */
const PATIENCE = 5000;

/**
 * Tries the place where the program's data is to live: the PostgreSQL server, or the folder for SQLite.
 *
 * @returns one sentence that says what was found
 * @throws PlatformError with one sentence that says what to mend
 */
export async function probeStore({ databaseUrl, dataDir }: StoreSettings): Promise<string> {
  return databaseUrl ? probePostgres(databaseUrl) : probeFolder(dataDir);
}

async function probePostgres(connectionString: string): Promise<string> {
  const client = new Client({ connectionString, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>('select current_setting($1) as version', [
      'server_version',
    ]);
    return `PostgreSQL ${rows[0]?.version} answers.`;
  } catch (error) {
    throw new PlatformError(
      `PostgreSQL refuses: ${reasonOf(error)}. Check DATABASE_URL and that the server runs.`,
    );
  } finally {
    await client.end().catch(() => {}); // a connection that never opened has nothing to end
  }
}

async function probeFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
    return `The folder ${dataDir} can be written.`;
  } catch (error) {
    throw new PlatformError(
      `The folder ${dataDir} cannot be written: ${reasonOf(error)}. Set DATA_DIR to one that can.`,
    );
  }
}

/** A refused connection to a host with several addresses comes as an error without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
