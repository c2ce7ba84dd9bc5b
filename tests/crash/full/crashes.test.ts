import { describe, expect, test } from 'vitest';
import { crash, type Disturbance } from '../crash.ts';
import { seed } from '../seed.ts';
import { countKills, type Engine } from './kills.ts';

const minutes = 60_000;
/** At least so many kills over all. */
const WANTED = 200;

const rounds: readonly (Omit<Disturbance, 'seed'> & { on: Engine })[] = [
  { platform: 'Discord', on: 'SQLite', questions: 4, kills: 50 },
  { platform: 'Discord', on: 'PostgreSQL', questions: 4, kills: 50 },
  { platform: 'Slack', on: 'SQLite', questions: 4, kills: 50 },
  { platform: 'Slack', on: 'PostgreSQL', questions: 4, kills: 50 },
  { platform: 'Slack without history', on: 'SQLite', questions: 2, kills: 20 },
];

const { serverOf, count, expectUnbroken } = countKills('rounds');

async function play({ on, ...round }: (typeof rounds)[number], chance: number) {
  expectUnbroken(await crash({ ...round, seed: chance }, serverOf(on)), `${round.platform}, ${on}`);
}

test('a round that nobody disturbs', { timeout: minutes }, async () => {
  const { broken, kills } = await crash({ platform: 'Discord', questions: 2, kills: 0, seed });
  expect({ broken, kills }).toEqual({ broken: [], kills: [] });
});

describe.concurrent('a round whose process is killed again and again', () => {
  test.each(rounds)('on $platform, kept in $on', { timeout: 8 * minutes }, (round) => play(round, seed));
});

test('and again, until there are enough', { timeout: 4 * minutes }, async () => {
  for (let more = 1; count() < WANTED; more += 1)
    await play({ platform: 'Discord', on: 'SQLite', questions: 2, kills: WANTED - count() }, seed + more);
});
