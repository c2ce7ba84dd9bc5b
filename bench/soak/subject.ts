import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Vitals } from './meter.ts';

/** The program as it is, in a process of its own. */
export interface Subject {
  /** What it has in use, and how many files it has open. */
  vitals(): Promise<Vitals & { files: number }>;
  /** How often it has logged each warning and error. */
  logged: ReadonlyMap<string, number>;
  /** SIGHUP: reads its decks again. */
  reload(): void;
  /** SIGTERM. Resolves with its exit code, null if it had to be killed. @throws Error when it has ended before */
  stop(): Promise<number | null>;
}

/** Milliseconds. */
const STOPS_WITHIN = 10_000;

export function startSubject(env: Readonly<Record<string, string>>): Subject {
  const meter = join(import.meta.dirname, 'meter.ts');
  const child = spawn(process.execPath, ['--expose-gc', '--import', meter, 'src/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  const logged = new Map<string, number>();
  const note = (line: string) => {
    const said = /"msg":"([^"]*)/.exec(line)?.[1];
    if (said !== undefined) logged.set(said, (logged.get(said) ?? 0) + 1);
  };
  if (child.stdout) createInterface(child.stdout).on('line', note);
  const endedByItself = () => {
    throw new Error('The program has ended by itself.');
  };
  child.once('exit', endedByItself);
  return {
    logged,
    async vitals() {
      const told = once(child, 'message');
      child.send('vitals');
      const [vitals]: Vitals[] = await told;
      if (!vitals) throw new Error('The program did not tell what it uses.');
      return { ...vitals, files: readdirSync(`/proc/${child.pid}/fd`).length };
    },
    reload: () => void child.kill('SIGHUP'),
    async stop() {
      child.off('exit', endedByItself);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const killing = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN);
      const [code]: (number | null)[] = await ended;
      clearTimeout(killing);
      return code ?? null;
    },
  };
}
