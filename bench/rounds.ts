import { postgresDatabase } from '../tests/store/databases.ts';
import { startPostgres } from '../tests/store/postgres.ts';
import { contest, type Result } from './rounds/contest.ts';
import { discordHall } from './rounds/discord.ts';
import { PLAYERS } from './rounds/hall.ts';
import { cpuEach, percentile, rate } from './rounds/load.ts';
import { type Entry, PACE, WIDTH } from './rounds/side.ts';
import { slackHall } from './rounds/slack.ts';
import { type Row, table } from './table.ts';

const WHOLE = 1000;
/** For a look that takes some minutes. */
const SHORT = 250;

/**
 * A thousand rounds at once on the loopback platforms: what it takes to confirm an answer, beside the least that discord.js and Bolt can
 * do for a click. Each contestant is a process of its own; this process is the platforms and all their members.
 */
export async function benchRounds({ short }: { short: boolean }): Promise<void> {
  const rounds = short ? SHORT : WHOLE;
  const server = await startPostgres('on');
  const entries = async (): Promise<Entry[]> => [
    { name: 'Studyhall, SQLite', program: 'src/main.ts' },
    {
      name: 'Studyhall, PostgreSQL',
      program: 'src/main.ts',
      env: { DATABASE_URL: (await postgresDatabase(server.url)).url },
    },
  ];
  console.log(
    `\n## Rounds\n\n${rounds} rounds at once with ${PLAYERS} players each; ${WIDTH} clicks under way at any time, or ${PACE} a second.`,
  );
  const bareDiscord = { name: 'bare discord.js', program: 'bench/rounds/bare-discord.ts' };
  print('Discord', await contest(() => discordHall(rounds), await entries(), bareDiscord));
  const bareSlack = { name: 'bare Bolt', program: 'bench/rounds/bare-slack.ts' };
  print('Slack', await contest(() => slackHall(rounds), await entries(), bareSlack));
  await server.stop();
}

function print(platform: string, results: readonly Result[]): void {
  const bare = results.at(-1);
  console.log(`\n### ${platform}\n`);
  console.log(table(results.map(rowOf)));
  console.log();
  for (const result of results.slice(0, -1)) {
    const beside = (figure: (load: Result['paced']) => number) =>
      median(result.floods.map((load, turn) => figure(load) / figure(bare?.floods[turn] ?? load))).toFixed(2);
    console.log(
      `${result.name} beside ${bare?.name}, median of the ratios, turn by turn: ${beside(rate)} of its rate, ${beside((load) => 1 / cpuEach(load))} of its clicks a CPU second.`,
    );
  }
  const inVain = results
    .flatMap(({ floods, paced }) => [...floods, paced])
    .reduce((sum, load) => sum + load.inVain, 0);
  if (inVain > 0)
    console.log(`${inVain} clicks had no answer in time and were made again: the machine is too busy.`);
  const own = results.flatMap(({ floods }) => floods.map(({ ownCpu, clicks }) => ownCpu / clicks));
  console.log(`The platform and its members themselves take ${median(own).toFixed(2)} ms of CPU a click.`);
}

function rowOf({ name, floods, paced, memory, calls }: Result): Row {
  const waits = floods.flatMap((load) => load.waits);
  const cpu = median(floods.map(cpuEach));
  return {
    '': name,
    'answers/s': median(floods.map(rate)).toFixed(0),
    p50: inMs(percentile(waits, 0.5)),
    p99: inMs(percentile(waits, 0.99)),
    [`p50 at ${PACE}/s`]: inMs(percentile(paced.waits, 0.5)),
    [`p99 at ${PACE}/s`]: inMs(percentile(paced.waits, 0.99)),
    'CPU a click': `${cpu.toFixed(2)} ms`,
    'clicks a CPU second': (1000 / cpu).toFixed(0),
    'memory a round': memory === undefined ? '' : `${(memory / 1000).toFixed(1)} kB`,
    'public calls a question': calls === undefined ? '' : calls.toFixed(2),
  };
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}

function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
