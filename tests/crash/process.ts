import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Guard } from './boundary.ts';
import type { Time } from './time.ts';

/** The program in a process of its own. */
export interface Process {
  /** Has begun, with the time as it is then. */
  begin(): void;
  /** Whether it serves people. */
  isUp(): boolean;
  isDead(): boolean;
  /** SIGKILL: it does nothing more. */
  kill(): void;
  /** SIGTERM: it ends by itself. */
  stop(): void;
  died: Promise<void>;
  /** All that it printed so far. */
  printed(): string;
}

const entry = join(import.meta.dirname, 'entry.ts');
/** The descriptor on which it asks for leave. */
const LEAVE = 3;

/**
 * Loads the program in a process of its own.
 *
 * @param guard asked around each statement of SQLite
 */
export function warmUp(env: Record<string, string>, time: Time, guard: Guard): Process {
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env.PATH,
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'warn',
      PORT: '0',
      ...env,
      ASK_LEAVE: `${LEAVE}`,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  let isUp = false;
  let isDead = false;
  const warm = Promise.withResolvers<void>();
  child.on('message', (said) => {
    if (said === 'warm') warm.resolve();
    isUp = said === 'up';
  });
  const tell = () => child.connected && child.send(time.pace);
  let leave = () => {};
  const died = new Promise<void>((resolve) =>
    child.once('exit', () => {
      leave();
      isDead = true;
      isUp = false;
      resolve();
    }),
  );
  child.on('error', (error) => {
    output += `${error.message}\n`;
  });
  const socket = child.stdio[LEAVE];
  let asked = '';
  socket?.on('data', (data: Buffer) => {
    asked += data;
    if (!asked.endsWith('\n')) return;
    const [what, moment] = JSON.parse(asked);
    asked = '';
    if (!guard(what, moment) && socket && 'write' in socket) socket.write('.');
  });
  socket?.on('error', () => {}); // it dies while it asks
  return {
    begin() {
      void warm.promise.then(() => {
        leave = time.onPace(tell);
        tell();
      });
    },
    isUp: () => isUp,
    isDead: () => isDead,
    kill() {
      isUp = false;
      child.kill('SIGKILL');
    },
    stop() {
      isUp = false;
      child.kill('SIGTERM');
    },
    died,
    printed: () => output,
  };
}
