import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../store/postgres.ts';
import { seed } from '../seed.ts';
import { crashTips, type DisturbedDays } from '../tips.ts';

const minutes = 60_000;
/** At least so many kills over all. */
const WANTED = 60;

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, minutes);

const killedAt: string[] = [];
afterAll(async () => {
  await server?.stop();
  const distinct = new Set(killedAt.map((kill) => kill.replace(/moment \d+: /, ''))).size;
  console.log(`tips: ${killedAt.length} kills at ${distinct} distinct boundaries, seed ${seed}`);
});

const days: readonly (Omit<DisturbedDays, 'seed'> & { on: 'SQLite' | 'PostgreSQL' })[] = [
  { platform: 'Discord', on: 'SQLite', channels: 8, moments: 6, kills: 14 },
  { platform: 'Discord', on: 'PostgreSQL', channels: 8, moments: 6, kills: 14 },
  { platform: 'Slack', on: 'SQLite', channels: 8, moments: 6, kills: 14 },
  { platform: 'Slack', on: 'PostgreSQL', channels: 8, moments: 6, kills: 14 },
  { platform: 'Slack without history', on: 'PostgreSQL', channels: 8, moments: 5, kills: 6 },
];

async function live({ on, ...disturbance }: (typeof days)[number]) {
  const { broken, kills } = await crashTips(
    { ...disturbance, seed },
    on === 'PostgreSQL' ? server.url : undefined,
  );
  killedAt.push(...kills.map((kill) => `${disturbance.platform}, ${on}: ${kill}`));
  expect(broken).toEqual([]);
}

describe.concurrent('a tip a day, and a question, while the process is killed around the time that they are due', () => {
  test.each(days)('on $platform, kept in $on', { timeout: 3 * minutes }, (one) => live(one));
});

describe.concurrent('two processes on one PostgreSQL never both post', () => {
  test.each([
    { platform: 'Slack without history', kills: 0, moments: 3 },
    { platform: 'Discord', kills: 6, moments: 5 },
    { platform: 'Slack', kills: 6, moments: 5 },
  ] as const)('on $platform, of whom $kills are killed', { timeout: 3 * minutes }, async (one) => {
    const { broken, kills } = await crashTips({ ...one, channels: 8, two: true, seed }, server.url);
    killedAt.push(...kills.map((kill) => `${one.platform}, one of two: ${kill}`));
    expect(broken).toEqual([]);
  });
});

test('there were enough kills', () => {
  expect(killedAt.length).toBeGreaterThanOrEqual(WANTED);
});
