import { afterAll, beforeAll, expect } from 'vitest';
import { startPostgres, type TestPostgres } from '../../store/postgres.ts';
import type { Disturbed } from '../crash.ts';
import { seed } from '../seed.ts';

/** Where a program keeps what it knows. */
export type Engine = 'SQLite' | 'PostgreSQL';

/**
 * A PostgreSQL for a file of tests that kill processes, and a count of the kills, which is printed at the end.
 *
 * @param what is disturbed
 */
export function countKills(what: string) {
  let server: TestPostgres;
  const kills: string[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    const distinct = new Set(kills.map((kill) => kill.replace(/moment \d+: /, ''))).size;
    console.log(`${what}: ${kills.length} kills at ${distinct} distinct boundaries, seed ${seed}`);
  });
  return {
    /** The address of the server for PostgreSQL; none for SQLite. */
    serverOf: (engine: Engine) => (engine === 'PostgreSQL' ? server.url : undefined),
    /** So many so far. */
    count: () => kills.length,
    /** Counts the kills of a disturbance, and expects that it has broken nothing. */
    expectUnbroken(disturbed: Disturbed, where: string): void {
      kills.push(...disturbed.kills.map((kill) => `${where}: ${kill}`));
      expect(disturbed.broken).toEqual([]);
    },
  };
}
