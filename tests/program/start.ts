import { onTestFinished } from 'vitest';
import { sumsFolder } from '../crash/deck.ts';
import { type RunningProgram, startProcess } from './process.ts';

/** Starts the program in a process of its own, which is ended with the test. */
export function start(env: Record<string, string>): RunningProgram {
  const program = startProcess(env);
  onTestFinished(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
  });
  return program;
}

const knowledge = sumsFolder();

/** The same with a small deck, `/sums`, which is read in no time. */
export function startSmall(env: Record<string, string>): RunningProgram {
  return start({ KNOWLEDGE_DIR: knowledge, ...env });
}
