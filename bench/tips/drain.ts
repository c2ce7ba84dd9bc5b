import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { limitedDiscord, PERMITTED } from './discord.ts';
import { play } from './round.ts';
import { subscribe } from './subscriptions.ts';

/** Tips that are due at once. */
export const TIPS = 20_000;
/** Seconds of the drain that are watched, from the first tip on: the whole of it takes seven minutes. */
export const WATCHED = 30;
/** Rounds that are played meanwhile. */
export const ROUNDS = 5;

/** What was seen of a drain. */
export interface Drain {
  /** Tips that were posted. */
  tips: number;
  /** The share of the permitted requests that was used. */
  share: number;
  /** The requests that were answered with 429: by how many milliseconds each was too early. */
  early: readonly number[];
  /** Milliseconds that each reveal came later than it was due. */
  waits: number[];
  /** Seconds from the start of the program to the first tip. */
  first: number;
  /** The most resident memory that the program ever had, in megabytes. */
  memory: number;
}

/** The program starts with all tips due, and posts them while rounds are played; here is Discord, the program is a process of its own. */
export async function drain(databaseUrl?: string): Promise<Drain> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tips-'));
  const discord = await limitedDiscord();
  const tables = Array.from({ length: ROUNDS }, () => discord.newChannel());
  const channels = Array.from({ length: TIPS }, () => discord.newChannel().id);
  await subscribe({ dataDir, ...(databaseUrl && { databaseUrl }) }, channels);

  const started = performance.now();
  const child = spawn(process.execPath, ['src/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: '0',
      DISCORD_TOKEN: discord.settings.token,
      DISCORD_API_URL: discord.apiUrl,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
  });
  const endedByItself = () => {
    throw new Error('The program has ended by itself.');
  };
  child.once('exit', endedByItself);
  await discord.until(() => discord.channelsPosted() > 0);
  const began = performance.now();
  const end = began + WATCHED * 1000;
  const rounds = tables.map((channel) => play(discord, channel, () => performance.now() > end));
  await sleep(end - performance.now());
  const used = discord.passed.filter((at) => at >= began && at < end).length;
  const tips = discord.channelsPosted() - ROUNDS;
  const waits = (await Promise.all(rounds)).flat();
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');

  child.off('exit', endedByItself);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await discord.close();
  await rm(dataDir, { recursive: true });
  return {
    tips,
    share: used / (PERMITTED * WATCHED),
    early: discord.early,
    waits,
    first: (began - started) / 1000,
    memory: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000,
  };
}
