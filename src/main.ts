import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { ConfigError, readConfig } from './config.ts';
import { openLog } from './log.ts';
import { startProgram } from './program.ts';

/** A stop that takes longer than this, in milliseconds, is cut short. */
const LONGEST_STOP = 5000;

if (existsSync('.env')) loadEnvFile();

try {
  const config = readConfig(process.env, process.stdout.isTTY);
  const log = openLog(config);
  const program = await startProgram({
    config,
    log,
    say: (line) => console.log(line),
    lost: () => process.exit(1),
    now: Date.now,
    elapsed: () => performance.now(),
    randomId: randomUUID,
  });
  process.on('SIGHUP', () => void program.reload());
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, async () => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'Stopping; once more to stop at once.');
      setTimeout(() => process.exit(1), LONGEST_STOP).unref();
      await program.stop();
      process.exit(0);
    });
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(
    error instanceof ConfigError ? `The settings have mistakes:\n${error.message}` : error.message,
  );
  process.exit(1);
}
