import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../store/postgres.ts';
import { crash, type Disturbance } from '../crash.ts';
import { seed } from '../seed.ts';

const minutes = 60_000;
/** At least so many kills over all. */
const WANTED = 200;

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, minutes);

const killedAt: string[] = [];
afterAll(async () => {
  await server?.stop();
  const distinct = new Set(killedAt).size;
  console.log(`${killedAt.length} kills at ${distinct} distinct boundaries, seed ${seed}`);
});

const rounds: readonly (Omit<Disturbance, 'seed'> & { on: 'SQLite' | 'PostgreSQL' })[] = [
  { platform: 'Discord', on: 'SQLite', questions: 4, kills: 50 },
  { platform: 'Discord', on: 'PostgreSQL', questions: 4, kills: 50 },
  { platform: 'Slack', on: 'SQLite', questions: 4, kills: 50 },
  { platform: 'Slack', on: 'PostgreSQL', questions: 4, kills: 50 },
  { platform: 'Slack without history', on: 'SQLite', questions: 2, kills: 20 },
];

async function play({ on, ...round }: (typeof rounds)[number], chance: number) {
  const { broken, kills } = await crash(
    { ...round, seed: chance },
    on === 'PostgreSQL' ? server.url : undefined,
  );
  killedAt.push(...kills.map((kill) => `${round.platform}, ${on}: ${kill}`));
  expect(broken).toEqual([]);
}

test('a round that nobody disturbs', { timeout: minutes }, async () => {
  const { broken, kills } = await crash({ platform: 'Discord', questions: 2, kills: 0, seed });
  expect({ broken, kills }).toEqual({ broken: [], kills: [] });
});

describe.concurrent('a round whose process is killed again and again', () => {
  test.each(rounds)('on $platform, kept in $on', { timeout: 8 * minutes }, (round) => play(round, seed));
});

test('and again, until there are enough', { timeout: 4 * minutes }, async () => {
  for (let more = 1; killedAt.length < WANTED; more += 1)
    await play(
      { platform: 'Discord', on: 'SQLite', questions: 2, kills: WANTED - killedAt.length },
      seed + more,
    );
});
