import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reservedCommands } from '../../commands/reserved.ts';
import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { loadPlatforms } from '../../src/platforms.ts';
import { type Program, startProgram } from '../../src/program.ts';
import { openLibrary } from '../../src/runtime/library.ts';
import { openStore } from '../../src/store/open.ts';
import type { Time } from './time.ts';

export interface ProgramOptions {
  randomId?: (() => string) | undefined;
  /** Where its log goes; to standard output if left out. */
  logTo?: NodeJS.WritableStream | undefined;
}

/** Starts the program as `src/process.ts` does, on a time of the tests' own. */
export async function openProgram(
  env: Readonly<Record<string, string | undefined>>,
  time: Time,
  { randomId = randomUUID, logTo }: ProgramOptions = {},
): Promise<Program> {
  const config = readConfig(env, false);
  const log = await openLog(config, logTo);
  await mkdir(join(config.dataDir, 'knowledge'), { recursive: true });
  return startProgram({
    config,
    log,
    library: await openLibrary({
      folders: config.knowledgeDirs,
      reserved: reservedCommands,
      cache: join(config.dataDir, 'cache', 'decks.json'),
      log,
    }),
    store: await openStore({ ...config, log, now: time.now }),
    openPlatforms: await loadPlatforms(config),
    say: () => {},
    clock: time,
    elapsed: () => performance.now(),
    randomId,
  });
}
