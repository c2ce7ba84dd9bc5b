import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The program that is tried, in a process of its own. */
export interface Subject {
  /** How often it logged a sentence, by level and sentence, without what changes from line to line. */
  logged: Map<string, number>;
  /** The first lines of each kind. */
  examples: Map<string, string>;
  /** Events answered, by verdict. */
  answered: Map<string, number>;
  /** Lines that hold what no line may. */
  leaks: string[];
  /** What it printed that is no line of its log. */
  printed: string[];
  /** Resolves when it has logged or printed this. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Bytes in use after garbage collection, and whether a prototype was polluted. */
  measure(): Promise<{ heap: number; polluted: boolean }>;
  /** Its exit code while it still ran nobody's order to stop; undefined as long as it runs. */
  ended(): number | undefined;
  stop(): Promise<void>;
}

/** @param secrets what may stand in no line of the log */
export function startSubject(env: Record<string, string>, secrets: readonly string[]): Subject {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'entry.ts')], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'fuzz-')),
      PORT: '0',
      LOG_FORMAT: 'json',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const counts = { logged: new Map<string, number>(), answered: new Map<string, number>() };
  const examples = new Map<string, string>();
  const [leaks, printed]: [string[], string[]] = [[], []];
  const waiting = new Set<(line: string) => void>();
  const early: string[] = [];
  let code: number | undefined;
  child.once('exit', (exit) => {
    code = exit ?? -1;
  });

  const read = (line: string) => {
    if (early.length < 200) early.push(line);
    for (const look of [...waiting]) look(line);
    if (secrets.some((secret) => line.includes(secret)) && leaks.length < 10) leaks.push(line.slice(0, 500));
    const { level, msg, verdict } = parsed(line) ?? {};
    if (level === undefined) return void (printed.length < 50 && printed.push(line));
    if (verdict !== undefined) return count(counts.answered, String(verdict));
    const kind = `${level} ${String(msg).replace(/\d+/g, 'N').slice(0, 70)}`;
    count(counts.logged, kind);
    if (!examples.has(kind)) examples.set(kind, line.slice(0, 1500));
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', read);

  return {
    ...counts,
    examples,
    leaks,
    printed,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (line: string) => {
          const match = line.match(pattern);
          if (!match) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        early.forEach(look);
        child.once('exit', () =>
          reject(new Error(`It ended without saying ${pattern}:\n${early.join('\n')}`)),
        );
      }),
    async measure() {
      child.send('measure');
      const [answer]: { heap: number; polluted: boolean }[] = await once(child, 'message');
      if (!answer) throw new Error('It did not answer.');
      return answer;
    },
    ended: () => code,
    async stop() {
      if (code !== undefined) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Adds to a number of things by their name. */
export function count(counts: Map<string, number>, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // printed for the host, not logged
  }
}
