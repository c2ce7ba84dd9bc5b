import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../store/postgres.ts';
import { crashOneOfTwo, type Platform } from '../crash.ts';
import { seed } from '../seed.ts';
import { survivor } from '../survivor.ts';
import { takeover } from '../takeover.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

describe('two processes on one PostgreSQL', () => {
  test.each<Platform>(['Discord', 'Slack'])(
    'on %s: what one was about to post is posted by the other within five seconds of its death',
    { timeout: 60_000 },
    async (platform) => {
      const { held, after, posts } = await takeover(platform, server.url);
      expect(held).toBe('taken, not yet sent');
      expect(posts).toBe(1);
      expect(after).toBeLessThan(5000);
    },
  );

  test.each<Platform>(['Discord', 'Slack'])(
    'on %s: a question and a tip that are due after one was killed come from the other within five seconds',
    { timeout: 60_000 },
    async (platform) => {
      const { question, tip } = await survivor(platform, server.url);
      console.log(`${platform}: after a death the question came ${question} ms late, the tip ${tip} ms`);
      expect(question).toBeLessThan(5000);
      expect(tip).toBeLessThan(5000);
    },
  );

  test.each<Platform>(['Discord', 'Slack'])(
    'play a round on %s together',
    { timeout: 120_000 },
    async (platform) => {
      const round = await crashOneOfTwo({ platform, questions: 3, kills: 0, seed }, server.url);
      expect(round.broken).toEqual([]);
    },
  );

  test.each<Platform>(['Discord', 'Slack'])(
    'play a round on %s while now the one and now the other is killed',
    { timeout: 180_000 },
    async (platform) => {
      const { broken, kills } = await crashOneOfTwo({ platform, questions: 3, kills: 12, seed }, server.url);
      console.log(`${kills.length} kills of one of two on ${platform}, seed ${seed}`);
      expect(broken).toEqual([]);
    },
  );
});
