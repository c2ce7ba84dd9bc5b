import { setTimeout as sleep } from 'node:timers/promises';
import type { Seen } from '../../tests/servers/discord-seen.ts';
import { postgresDatabase } from '../../tests/store/databases.ts';
import type { Table } from '../rounds/hall.ts';
import { type Click, flood, type Load, pace, several } from '../rounds/load.ts';
import { sitDown, taken } from '../rounds/seating.ts';
import { PACE, WIDTH } from '../rounds/side.ts';
import { startFleet } from './fleet.ts';
import { shardedHall } from './hall.ts';
import type { ServerMeter } from './postgres.ts';

export interface Extent {
  /** Live rounds at which it is measured, in ascending order. */
  rounds: readonly number[];
  /** Answers in a flood, and at a pace. */
  flooded: number;
  paced: number;
}

/** What was measured with so many rounds live. */
export interface Stage {
  processes: number;
  rounds: number;
  flood: Load;
  paced: Load;
  /** Statements of the flood. */
  statements: number;
  /** Statements a second while nobody does anything. */
  atRest: number;
  /** Milliseconds of the server's CPU in the flood. */
  serverCpu: number;
  /** Resident megabytes of the largest process. */
  memory: number;
  /** Requests answered with 429 since the stage before. */
  refused: number;
}

/** Rounds in which people take their seats at the same time. */
const SEATING = 32;
/** Milliseconds for which nobody does anything. */
const REST = 5000;

/** So many processes on a database of their own, with more and more live rounds in which the players answer. */
export async function grow(
  processes: number,
  { rounds, flooded, paced }: Extent,
  server: { url: string; meter: ServerMeter },
): Promise<Stage[]> {
  const { meter } = server;
  const { url, remove } = await postgresDatabase(server.url);
  const hall = await shardedHall(rounds.at(-1) ?? 0, processes);
  const fleet = await startFleet(processes, { ...hall.env, DATABASE_URL: url });
  await hall.connected();
  const stages: Stage[] = [];
  let refused = 0;
  for (const [index, count] of rounds.entries()) {
    const newcomers = hall.tables.slice(rounds[index - 1] ?? 0, count);
    await several(
      newcomers.map((table) => () => sitDown(table)),
      SEATING,
    );
    const clicks = answers(hall.tables.slice(0, count));
    const before = await meter.statements(url);
    await sleep(REST);
    const rested = await meter.statements(url);
    const cpu = meter.cpu();
    const flood_ = await flood(fleet, some(clicks, flooded), WIDTH);
    const statements = (await meter.statements(url)) - rested;
    const serverCpu = meter.cpu() - cpu;
    stages.push({
      processes,
      rounds: count,
      flood: flood_,
      paced: await pace(fleet, some(clicks, paced), PACE),
      statements,
      atRest: ((rested - before) * 1000) / REST,
      serverCpu,
      memory: fleet.largest(),
      refused: hall.refused() - refused,
    });
    refused = hall.refused();
  }
  await fleet.stop();
  await hall.close();
  await remove();
  return stages;
}

/** One player of every round answers, then the next; when all have, they change their answers. The hosts only look on. */
function* answers(tables: readonly Table<Seen>[]): Generator<Click> {
  const posts = tables.map((table) => table.post());
  for (let seed = 0; ; seed += 1)
    for (const [index, { players }] of tables.entries()) {
      const [player, post] = [players[1 + (seed % (players.length - 1))], posts[index]];
      if (player && post) yield () => taken(player.answers(post, seed), /^Recorded/);
    }
}

function some<T>(items: Iterator<T, void>, count: number): T[] {
  return Array.from({ length: count }, () => items.next().value).filter((item) => item !== undefined);
}
