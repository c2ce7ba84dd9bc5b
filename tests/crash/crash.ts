import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresDatabase, sqliteDatabase } from '../store/databases.ts';
import { sumsFolder } from './deck.ts';
import { discordTable } from './discord.ts';
import { oneByOne, SHARDS_FREE, sideBySide } from './fleet.ts';
import { seatPlayers } from './players.ts';
import { warmUp } from './process.ts';
import { broken } from './promises.ts';
import { startProxy } from './proxy.ts';
import { Reaper, randomFrom } from './reaper.ts';
import { type PlayedRound, playRound } from './round.ts';
import { takeSeat } from './seat.ts';
import { slackTable } from './slack.ts';
import { phaseOf } from './table.ts';
import { Time } from './time.ts';

export type Platform = 'Discord' | 'Slack' | 'Slack without history';

export interface Disturbance {
  platform: Platform;
  questions: number;
  /** Processes to kill at most. */
  kills: number;
  seed: number;
}

/** How a disturbed round went. */
export interface Disturbed {
  /** What it has promised and not kept, and how it was disturbed; empty when all is well. */
  broken: string[];
  /** Where processes were killed. */
  kills: readonly string[];
}

/** Plays a round on SQLite, or on a PostgreSQL server, in which one process after the other is killed. */
export async function crash(disturbance: Disturbance, postgres?: string): Promise<Disturbed> {
  await using scene = await setScene(disturbance);
  const { time, reaper, cleanUp } = scene;
  const database = cleanUp.adopt(
    postgres === undefined ? await sqliteDatabase() : await postgresDatabase(postgres),
    (opened) => opened.remove(),
  );
  const proxy = 'url' in database ? await startProxy(database.url, reaper.guard) : undefined;
  cleanUp.defer(() => proxy?.close());
  const env = {
    ...scene.env,
    ...('dataDir' in database && { DATA_DIR: database.dataDir }),
    ...(proxy && { DATABASE_URL: proxy.url }),
  };
  const shortest = proxy && disturbance.platform === 'Discord' ? SHARDS_FREE : 0;
  const fleet = oneByOne({ ...disturbance, ...scene, shortest }, () => warmUp(env, time, reaper.guard));
  cleanUp.defer(() => fleet.end());
  const round = await playRound({ ...disturbance, ...scene, database, fleet, guard: reaper.guard, fast: 8 });
  return told(disturbance, reaper, round);
}

/** Plays a round that two processes on one PostgreSQL serve, in which now the one and now the other is killed. */
export async function crashOneOfTwo(disturbance: Disturbance, postgres: string): Promise<Disturbed> {
  await using scene = await setScene(disturbance);
  const { reaper, cleanUp } = scene;
  const database = cleanUp.adopt(await postgresDatabase(postgres), (opened) => opened.remove());
  const seat = (part: string) =>
    takeSeat({
      ...scene,
      env: { ...scene.env, DISCORD_SHARDS: part },
      url: database.url,
      guard: reaper.guard,
    });
  const fleet = sideBySide({ ...disturbance, ...scene }, [await seat('0/2'), await seat('1/2')]);
  cleanUp.defer(() => fleet.end());
  const round = await playRound({ ...disturbance, ...scene, database, fleet, guard: () => false, fast: 4 });
  return told(disturbance, reaper, round);
}

/** A table, and what a program that serves it is told. */
export async function setScene({ platform, seed }: Pick<Disturbance, 'platform' | 'seed'>) {
  const cleanUp = new AsyncDisposableStack();
  const time = new Time();
  const table = cleanUp.adopt(
    platform === 'Discord'
      ? await discordTable(time)
      : await slackTable(time, { history: platform === 'Slack' }),
    (opened) => opened.close(),
  );
  const random = randomFrom(seed);
  const players = seatPlayers(table.person);
  const areClicking = () => players.some(({ busy }) => busy);
  const reaper = new Reaper({ random, phase: () => phaseOf(table.posts(), areClicking()) });
  const phase = () => phaseOf(table.posts(), false);
  const env = {
    ...table.env,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'crash-')),
    KNOWLEDGE_DIR: sumsFolder(),
  };
  return {
    table,
    time,
    random,
    players,
    phase,
    reaper,
    env,
    cleanUp,
    [Symbol.asyncDispose]: () => cleanUp.disposeAsync(),
  };
}

function told(disturbance: Disturbance, { kills }: Reaper, round: PlayedRound): Disturbed {
  const { platform } = disturbance;
  const failures = broken(round, {
    platform: platform === 'Discord' ? 'discord' : 'slack',
    once: platform !== 'Slack without history',
  });
  const how = [JSON.stringify(disturbance), `killed ${kills.join('; ')}`];
  return { kills, broken: failures.length > 0 ? [...failures, ...how] : [] };
}
