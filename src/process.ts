import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { reservedCommands } from '../commands/reserved.ts';
import { type Config, readConfig } from './config.ts';
import { openLog } from './log.ts';
import type { Program } from './program.ts';
import { systemClock } from './runtime/clock.ts';
import { openLibrary } from './runtime/library.ts';

/** A stop that takes longer than this, in milliseconds, is cut short. */
const LONGEST_STOP = 5000;

let program: Program | undefined;
let stopping = false;

async function start(): Promise<Program> {
  if (existsSync('.env')) loadEnvFile();
  const config = readConfig(process.env, process.stdout.isTTY);
  const log = await openLog(config);
  // The platforms' clients can leave a rejection behind when they are sent nonsense: that must not end the program.
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'A promise was rejected and nobody cared.'),
  );
  const noFolder = await makeOwnFolder(config);
  const [library, store, { startProgram }, openPlatforms] = await Promise.all([
    openLibrary({
      folders: config.knowledgeDirs,
      reserved: reservedCommands,
      cache: join(config.dataDir, 'cache', 'decks.json'),
      log,
    }),
    import('./store/open.ts').then(({ openStore }) =>
      openStore({ ...config, alone: true, log, now: Date.now }),
    ),
    import('./program.ts'),
    import('./platforms.ts').then(({ loadPlatforms }) => loadPlatforms(config)),
  ]);
  // Only now: a store in the same folder has a clearer sentence for it, and ends the start.
  if (noFolder) log.warn({}, `The folder for your own decks could not be made: ${noFolder.message}`);
  return startProgram({
    config,
    library,
    store,
    openPlatforms,
    log,
    say: (line) => console.log(line),
    clock: systemClock,
    elapsed: () => performance.now(),
    randomId: randomUUID,
  });
}

/** Where a group's own decks go: there from the first start, so that a file dropped in is seen. Resolves with what stood in the way. */
async function makeOwnFolder({ dataDir }: Config): Promise<Error | undefined> {
  return mkdir(join(dataDir, 'knowledge'), { recursive: true }).then(
    () => undefined,
    (error: Error) => error,
  );
}

async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  setTimeout(() => process.exit(1), LONGEST_STOP).unref();
  await program?.stop();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// A terminal that is closed sends the same signal as whoever wants the decks read again.
process.on('SIGHUP', () => (process.stdin.isTTY ? stop() : program?.reload()));

try {
  program = await start();
  flushCompileCache();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exit(1);
}
