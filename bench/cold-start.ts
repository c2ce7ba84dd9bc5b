import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { kinds, startDiscord } from '../tests/servers/discord.ts';
import { startSlack } from '../tests/servers/slack.ts';
import { table } from './table.ts';

const PAIRS = 9;

/** What Discord tells of a server at the start; a client counts as ready only when it was told of all of them. */
const server = { id: '200', name: 'Study', unavailable: false, member_count: 1, ...empty() };

interface Start {
  /** Milliseconds from the start of the process to the first answer on the slower of the two platforms. */
  answered: number;
  /** Resident memory then, in megabytes. */
  memory: number;
}

/**
 * From the start of the process to the first answer on Discord and on Slack, beside a bare program of discord.js and Bolt that
 * answers one fixed sentence. Both are started in turn on the same loopback platforms, after one start each that is not counted.
 */
export async function benchColdStart(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cold-'));
  const ours: Start[] = [];
  const bare: Start[] = [];
  for (let pair = 0; pair <= PAIRS; pair++) {
    const start = [await startOf('src/main.ts', dataDir), await startOf('bench/bare.ts', dataDir)] as const;
    if (pair === 0) continue;
    ours.push(start[0]);
    bare.push(start[1]);
  }
  rmSync(dataDir, { recursive: true });
  const row = (name: string, starts: Start[]) => ({
    '': name,
    'first answer, median': `${Math.round(median(starts.map(({ answered }) => answered)))} ms`,
    fastest: `${Math.round(Math.min(...starts.map(({ answered }) => answered)))} ms`,
    slowest: `${Math.round(Math.max(...starts.map(({ answered }) => answered)))} ms`,
    memory: `${Math.round(median(starts.map(({ memory }) => memory)))} MB`,
  });
  const ratio = median(ours.map(({ answered }, pair) => answered / (bare[pair]?.answered ?? answered)));
  console.log(
    `\n## Cold start\n\nFrom the start of the process to the first answer on both platforms, ${PAIRS} pairs.\n`,
  );
  console.log(table([row('Studyhall', ours), row('bare discord.js and Bolt', bare)]));
  console.log(`\nMedian of the ratios, pair by pair: ${ratio.toFixed(2)}`);
}

async function startOf(program: string, dataDir: string): Promise<Start> {
  const [discord, slack] = await Promise.all([startDiscord(), startSlack()]);
  const began = performance.now();
  const child = spawn(process.execPath, [program], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: '0',
      DISCORD_TOKEN: discord.settings.token,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const onDiscord = async () => {
    while (!discord.gateway.received.some(({ op }) => op === 2)) await sleep(2);
    discord.gateway.dispatch('GUILD_CREATE', server, server.id);
    const data = {
      id: '900',
      name: 'aws',
      type: 1,
      options: [{ name: 'question', type: 3, value: 'shield' }],
    };
    const record = discord.interact(kinds.command, { id: '1', name: 'Ana', where: 'server' }, data);
    await discord.until(() => record.posted.length > 0);
    return performance.now() - began;
  };
  const onSlack = async () => {
    await slack.socket.connected();
    await slack.member('Ben').types('/aws shield');
    return performance.now() - began;
  };
  const answered = Math.max(...(await Promise.all([onDiscord(), onSlack()])));
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const memory = Number(status.match(/VmRSS:\s+(\d+)/)?.[1]) / 1000;
  child.kill('SIGKILL');
  await ended;
  await Promise.all([discord.close(), slack.close()]);
  return { answered, memory };
}

function empty() {
  const lists = [
    'channels',
    'threads',
    'members',
    'roles',
    'emojis',
    'stickers',
    'presences',
    'voice_states',
    'features',
  ];
  return Object.fromEntries(lists.map((name) => [name, []]));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
