import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds after which nothing holds on to what was answered last: adapters wait for 1.5 s before they defer an answer. */
const SETTLED = 2000;

/** A program in a process of its own, that somebody loads with clicks. */
export interface Contestant {
  /** Of its process. */
  pid: number;
  /** Milliseconds of CPU that the whole process has used so far, its threads and the collection of garbage included. */
  cpu(): Promise<number>;
  /** Bytes in use on the heap, after a collection of garbage. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** @param program its path from the repository's root */
export function startContestant(program: string, env: Readonly<Record<string, string>>): Contestant {
  const meter = join(import.meta.dirname, 'meter.ts');
  // Node throws away code that was not used for a while: more of it than a thousand rounds take.
  const flags = ['--expose-gc', '--no-flush-bytecode', '--import', meter];
  const child = spawn(process.execPath, [...flags, program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  let stopping = false;
  child.once('exit', () => {
    if (!stopping) throw new Error(`${program} has ended by itself.`);
  });
  const ask = async (what: 'cpu' | 'memory'): Promise<number> => {
    const told = once(child, 'message');
    child.send(what);
    const [figure] = await told;
    return figure;
  };
  return {
    pid: child.pid ?? 0,
    cpu: () => ask('cpu'),
    async memory() {
      await sleep(SETTLED);
      return ask('memory');
    },
    async stop() {
      stopping = true;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
