import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probeStore } from '../../src/store/probe.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

describe('a PostgreSQL server', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres?.stop());

  test('answers with its version', async () => {
    expect(await probeStore({ databaseUrl: postgres.url, dataDir: '.' })).toMatch(
      /^PostgreSQL \d+\.\d+.* answers\.$/,
    );
  });

  test('that refuses or is not there is said in one sentence, without the password', async () => {
    const wrong = new URL(postgres.url);
    wrong.pathname = '/nowhere';
    await expect(probeStore({ databaseUrl: wrong.href, dataDir: '.' })).rejects.toThrow(
      'PostgreSQL refuses: database "nowhere" does not exist. Check DATABASE_URL and that the server runs.',
    );
    const closed = probeStore({ databaseUrl: 'postgres://ana:hush@127.0.0.1:1/db', dataDir: '.' });
    await expect(closed).rejects.toThrow(/^PostgreSQL refuses: connect ECONNREFUSED (?!.*hush)/);
  });
});

describe('the data folder', () => {
  test('is made when it is missing', async () => {
    const root = await mkdtemp(join(tmpdir(), 'data-'));
    const dataDir = join(root, 'new');
    expect(await probeStore({ dataDir })).toBe(`The folder ${dataDir} can be written.`);
    await rm(root, { recursive: true });
  });

  test('that cannot be one is said in one sentence', async () => {
    const root = await mkdtemp(join(tmpdir(), 'data-'));
    await writeFile(join(root, 'file'), '');
    const dataDir = join(root, 'file', 'in');
    await expect(probeStore({ dataDir })).rejects.toThrow(
      new RegExp(`^The folder ${dataDir} cannot be written: .+ Set DATA_DIR to one that can\\.$`),
    );
    await rm(root, { recursive: true });
  });
});
