import { startPostgres } from '../tests/store/postgres.ts';
import { PLAYERS } from './rounds/hall.ts';
import { cpuEach, percentile, rate } from './rounds/load.ts';
import { PACE, WIDTH } from './rounds/side.ts';
import { type Extent, grow, type Stage } from './scale/growth.ts';
import { meterOf } from './scale/postgres.ts';
import { type Row, table } from './table.ts';
import { PERMITTED } from './tips/discord.ts';

const PROCESSES = [1, 2, 4];
const WHOLE: Extent = { rounds: [100, 1000, 2000], flooded: 5000, paced: 2500 };
/** For a look that takes a minute. */
const SHORT: Extent = { rounds: [50, 150], flooded: 1500, paced: 500 };

/** More and more processes on one PostgreSQL, and more and more live rounds: what an answer takes then. */
export async function benchScale({ short }: { short: boolean }): Promise<void> {
  const server = await startPostgres('on', ['shared_preload_libraries=pg_stat_statements']);
  const { url } = server;
  const meter = await meterOf(url);
  const extent = short ? SHORT : WHOLE;
  console.log(
    `\n## Scale\n\nRounds with ${PLAYERS} players each on one PostgreSQL; ${WIDTH} clicks under way at any time, or ${PACE} a second; Discord permits ${PERMITTED} requests a second.\n`,
  );
  const stages: Stage[] = [];
  for (const processes of PROCESSES) stages.push(...(await grow(processes, extent, { url, meter })));
  await server.stop();
  console.log(table(stages.map(rowOf)));
  const own = stages.map(({ flood }) => flood.ownCpu / flood.clicks);
  console.log(
    `\nThe platform and its members themselves take ${percentile(own, 0.5).toFixed(2)} ms of CPU a click.`,
  );
}

function rowOf(stage: Stage): Row {
  const { flood, paced, processes } = stage;
  const { waits } = flood;
  return {
    processes: String(processes),
    'live rounds': String(stage.rounds),
    'answers/s': rate(flood).toFixed(0),
    p50: inMs(percentile(waits, 0.5)),
    p99: inMs(percentile(waits, 0.99)),
    [`p50 at ${PACE}/s`]: inMs(percentile(paced.waits, 0.5)),
    [`p99 at ${PACE}/s`]: inMs(percentile(paced.waits, 0.99)),
    'statements an answer': (stage.statements / flood.clicks).toFixed(2),
    'statements/s at rest': stage.atRest.toFixed(0),
    'CPU an answer': `${cpuEach(flood).toFixed(2)} ms`,
    'CPU a process': percent(flood.cpu / processes, flood.took),
    'CPU of PostgreSQL an answer': `${(stage.serverCpu / flood.clicks).toFixed(2)} ms`,
    'CPU of PostgreSQL': percent(stage.serverCpu, flood.took),
    'memory a process': `${stage.memory.toFixed(0)} MB`,
    '429 answers': String(stage.refused),
  };
}

/** Of one core. */
function percent(cpu: number, took: number): string {
  return `${((cpu / took) * 100).toFixed(0)} %`;
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}
