import { describe, expect, test } from 'vitest';
import { seed } from '../seed.ts';
import { crashTips, type DisturbedDays } from '../tips.ts';
import { countKills, type Engine } from './kills.ts';

const minutes = 60_000;
/** At least so many kills over all. */
const WANTED = 60;

const days: readonly (Omit<DisturbedDays, 'seed'> & { on: Engine })[] = [
  { platform: 'Discord', on: 'SQLite', channels: 8, moments: 6, kills: 14 },
  { platform: 'Discord', on: 'PostgreSQL', channels: 8, moments: 6, kills: 14 },
  { platform: 'Slack', on: 'SQLite', channels: 8, moments: 6, kills: 14 },
  { platform: 'Slack', on: 'PostgreSQL', channels: 8, moments: 6, kills: 14 },
  { platform: 'Slack without history', on: 'PostgreSQL', channels: 8, moments: 5, kills: 6 },
];

const { serverOf, count, expectUnbroken } = countKills('tips');

describe.concurrent('a tip a day, and a question, while the process is killed around the time that they are due', () => {
  test.each(days)('on $platform, kept in $on', { timeout: 3 * minutes }, async ({ on, ...one }) =>
    expectUnbroken(await crashTips({ ...one, seed }, serverOf(on)), `${one.platform}, ${on}`),
  );
});

describe.concurrent('two processes on one PostgreSQL never both post', () => {
  test.each([
    { platform: 'Slack without history', kills: 0, moments: 3 },
    { platform: 'Discord', kills: 6, moments: 5 },
    { platform: 'Slack', kills: 6, moments: 5 },
  ] as const)('on $platform, of whom $kills are killed', { timeout: 3 * minutes }, async (one) => {
    const disturbed = await crashTips({ ...one, channels: 8, two: true, seed }, serverOf('PostgreSQL'));
    expectUnbroken(disturbed, `${one.platform}, one of two`);
  });
});

test('there were enough kills', () => {
  expect(count()).toBeGreaterThanOrEqual(WANTED);
});
