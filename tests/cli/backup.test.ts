import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testStore } from '../hall/store.ts';
import { cli } from './run.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'hall-'));

test('a copy that was made while the program ran restores what had been committed', async () => {
  const [dataDir, elsewhere] = [folder(), folder()];
  const store = await testStore(Date.now, dataDir);
  const report = { deck: 'aws', question: 'shield-free', player: 'discord:1', at: 1 };
  await store.reports.add({ ...report, text: 'before' });
  const copy = join(elsewhere, 'copy.db');
  expect(await cli(['backup', copy], { env: { DATA_DIR: dataDir } })).toEqual({
    code: 0,
    out: `The database stands copied in ${copy}.\n`,
    err: '',
  });
  await store.reports.add({ ...report, text: 'after' });
  await store.close();

  const restored = folder();
  copyFileSync(copy, join(restored, 'studyhall.db'));
  const again = await testStore(Date.now, restored);
  expect((await again.reports.list(undefined, 10)).map(({ text }) => text)).toEqual(['before']);
  await again.close();
});

test.each([
  [[], {}, /^Name one file to copy to/],
  [['copy.db'], { DATABASE_URL: 'postgres://x:y@localhost/z' }, /^With PostgreSQL use pg_dump/],
  [['copy.db'], { DATA_DIR: folder() }, /^There is no database in .+: set DATA_DIR to the data folder/],
])('backup %j with %j says what to do', async (args, env, sentence) => {
  const { code, err } = await cli(['backup', ...args], { env });
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
});

test('a copy takes no place where it would do harm, or cannot be', async () => {
  const dataDir = folder();
  await (await testStore(Date.now, dataDir)).close();
  const env = { DATA_DIR: dataDir };
  expect((await cli(['backup', join(dataDir, 'studyhall.db')], { env })).err).toMatch(
    /is the database itself: name another file/,
  );
  expect((await cli(['backup', join(dataDir, 'nowhere/copy.db')], { env })).err).toMatch(
    /^Nothing can be written to .+nowhere: make that folder/,
  );
});
