import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { ConfigError, readConfig } from './config.ts';
import { openLog } from './log.ts';
import { type Program, startProgram } from './program.ts';

/** A stop that takes longer than this, in milliseconds, is cut short. */
const LONGEST_STOP = 5000;

let program: Program | undefined;
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  setTimeout(() => process.exit(1), LONGEST_STOP).unref();
  await program?.stop();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('SIGHUP', () => program?.reload());

try {
  if (existsSync('.env')) loadEnvFile();
  const config = readConfig(process.env, process.stdout.isTTY);
  program = await startProgram({
    config,
    log: openLog(config),
    say: (line) => console.log(line),
    lost: () => process.exit(1),
    now: Date.now,
    elapsed: () => performance.now(),
    randomId: randomUUID,
  });
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(
    error instanceof ConfigError ? `The settings have mistakes:\n${error.message}` : error.message,
  );
  process.exit(1);
}
