import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../store/postgres.ts';
import { rollingRound } from '../rolling.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

describe('while one process after the other is replaced, players notice nothing', () => {
  test.each(['Slack', 'Discord'] as const)('on %s', { timeout: 120_000 }, async (platform) => {
    const { slowest, clicks, restarts, ...round } = await rollingRound(platform, server.url, 3);
    console.log(`${platform}: ${restarts} restarts, ${clicks} clicks, ${JSON.stringify(round.unanswered)}`);
    expect(round).toMatchObject({ broken: [], excuses: 0, unanswered: { inVain: 0 } });
    expect(slowest).toBeLessThan(3000);
    expect(restarts).toBeGreaterThanOrEqual(6);
  });
});
