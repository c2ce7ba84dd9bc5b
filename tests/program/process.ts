import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningProgram {
  child: ChildProcess;
  /** All that it printed so far, on both streams. */
  printed(): string;
  /** Resolves when it has printed this. */
  prints(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves with its exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
}

/** Starts the program as `npm start` does, in a process of its own and with no setting of this machine's; PORT is any free one. */
export function startProcess(env: Record<string, string>): RunningProgram {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'hall-')),
      PORT: '0',
      LOG_FORMAT: 'json',
      ...env,
    },
  });
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      for (const check of [...waiting]) check();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    printed: () => output,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const match = output.match(pattern);
          if (!match) return;
          waiting.delete(check);
          resolve(match);
        };
        waiting.add(check);
        check();
        void ended.then(() => reject(new Error(`It ended without printing ${pattern}:\n${output}`)));
      }),
  };
}
