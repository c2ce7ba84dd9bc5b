import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of writer.ts. */
export interface Writer {
  child: ChildProcess;
  /** The players whose answers it has confirmed so far. */
  confirmed: string[];
  /** Resolves with its exit code; null when it was killed. */
  ended: Promise<number | null>;
}

/** @param onConfirmed called with each player whose answer is confirmed */
export function startWriter(
  where: string,
  name: string,
  count: number,
  onConfirmed = (_player: string) => {},
): Writer {
  const script = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [script, where, name, `${count}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const confirmed: string[] = [];
  const lines = createInterface(child.stdout).on('line', (player) => {
    confirmed.push(player);
    onConfirmed(player);
  });
  const ended = Promise.all([
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
    new Promise((resolve) => lines.once('close', resolve)),
  ]).then(([code]) => code);
  return { child, confirmed, ended };
}
