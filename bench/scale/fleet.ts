import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, startContestant } from '../rounds/contestant.ts';

/** Processes of the program on one database, each with its part of the shards. What it tells as a contestant is of all together. */
export interface Fleet extends Contestant {
  /** Resident megabytes of the largest. */
  largest(): number;
}

export async function startFleet(processes: number, env: Readonly<Record<string, string>>): Promise<Fleet> {
  const folders = await Promise.all(
    Array.from({ length: processes }, () => mkdtemp(join(tmpdir(), 'scale-'))),
  );
  const crew = folders.map((folder, shard) =>
    startContestant('src/main.ts', {
      ...env,
      DATA_DIR: folder,
      DISCORD_SHARDS: `${shard}/${processes}`,
      PORT: '0',
    }),
  );
  const sum = async (figure: (one: Contestant) => Promise<number>) =>
    (await Promise.all(crew.map(figure))).reduce((total, one) => total + one, 0);
  return {
    pid: crew[0]?.pid ?? 0,
    cpu: () => sum((one) => one.cpu()),
    memory: () => sum((one) => one.memory()),
    largest: () => Math.max(...crew.map(({ pid }) => residentMegabytes(pid))),
    async stop() {
      await Promise.all(crew.map((one) => one.stop()));
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
    },
  };
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}
