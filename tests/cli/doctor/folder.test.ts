import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { examineFolder, spaceFinding } from '../../../src/cli/doctor/folder.ts';
import { about, patient } from '../../adapters/means.ts';

async function dataFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'data-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

test.each([
  [50e9, 1e6, 'fine', '50.0 GB are left'],
  [0.5e9, 1e6, 'note', '500.0 MB are left'],
  [5e9, 1e9, 'fine', '5.0 GB are left'],
  [2.5e9, 1e9, 'note', 'too little for the daily copy'],
  [50e6, 1e6, 'fault', 'Make room before the database cannot be written'],
])('%d bytes left beside a database of %d are a %s', (free, database, state, sentence) => {
  expect(spaceFinding(free, database)).toMatchObject({ state, sentence: expect.stringContaining(sentence) });
});

test('the newest copy counts, by its age', async () => {
  const dataDir = await dataFolder();
  const now = Date.UTC(2026, 10, 22, 12);
  const copies = async () =>
    about(await examineFolder({ dataDir }, 1e6, { ...patient, now: () => now }), 'Copies');
  expect(await copies()).toEqual([expect.stringMatching(/^note: none of the database yet.*npm run backup/)]);
  await mkdir(join(dataDir, 'backups'));
  const copy = async (name: string, hours: number) => {
    const path = join(dataDir, 'backups', name);
    await writeFile(path, '');
    await utimes(path, (now - hours * 3_600_000) / 1000, (now - hours * 3_600_000) / 1000);
  };
  await copy('studyhall-2026-11-12.db', 10 * 24);
  expect(await copies()).toEqual([expect.stringMatching(/^note: the newest of the database is 10 days old/)]);
  await copy('studyhall-2026-11-22.db', 5);
  await copy('studyhall-2026-11-22.db.part', 1);
  expect(await copies()).toEqual(['fine: the newest of the database is 5 hours old.']);
});

test('with PostgreSQL copies are the host’s own, and before the first start there is nothing to copy', async () => {
  const dataDir = join(await dataFolder(), 'not', 'yet');
  const databaseUrl = 'postgres://x/y';
  const own = await examineFolder({ dataDir, databaseUrl }, 1e6, patient);
  expect(about(own, 'Copies')).toEqual([expect.stringContaining('pg_dump')]);
  const none = await examineFolder({ dataDir }, 0, patient);
  expect(about(none, 'Copies')).toEqual(['fine: there is nothing to copy yet.']);
});

test('of a database that cannot be read the newest copy is told', async () => {
  const dataDir = await dataFolder();
  await mkdir(join(dataDir, 'backups'));
  await writeFile(join(dataDir, 'backups', 'studyhall-2026-11-22.db'), '');
  const found = await examineFolder({ dataDir }, undefined, { ...patient, now: Date.now });
  expect(about(found, 'Copies')).toEqual(['fine: the newest of the database is of this hour.']);
});

test('a folder that cannot be looked at is a fault', async () => {
  const dataDir = await dataFolder();
  await writeFile(join(dataDir, 'backups'), 'no folder');
  const found = await examineFolder({ dataDir }, 1e6, patient);
  expect(found).toMatchObject([{ state: 'fault', sentence: expect.stringContaining('Set DATA_DIR') }]);
});
