import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../store/postgres.ts';
import { crash } from './crash.ts';
import { seed } from './seed.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

/** A few of the kills of `npm run test:crash`, at other boundaries every time. */
const some = { questions: 1, kills: 3, seed };

describe.concurrent('a round goes on after its process was killed, again and again', {
  timeout: 60_000,
}, () => {
  test('on Discord, kept in SQLite', async () => {
    const round = await crash({ platform: 'Discord', ...some });
    expect(round.broken).toEqual([]);
  });

  test('on Slack without history, kept in PostgreSQL', async () => {
    const round = await crash({ platform: 'Slack without history', ...some }, server.url);
    expect(round.broken).toEqual([]);
  });
});
