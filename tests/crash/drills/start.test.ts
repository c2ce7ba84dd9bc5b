import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { startProcess } from '../../program/process.ts';

/** A data folder as a program leaves it. */
async function used(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  mkdirSync(join(folder, 'knowledge'));
  await (await openStore({ dataDir: folder, now: Date.now })).close();
  return folder;
}

/** From now on nothing in it can be written. Root may write whatever its mode is, but for what is mounted so. */
function protect(folder: string): void {
  if (process.getuid?.() === 0) {
    execFileSync('mount', ['--bind', folder, folder]);
    onTestFinished(() => void execFileSync('umount', [folder]));
    execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
  } else {
    execFileSync('chmod', ['-R', 'a-w', folder]);
    onTestFinished(() => chmodSync(folder, 0o755));
  }
}

/** What the program says where it cannot start, and its exit code. */
async function start(dataDir: string) {
  const program = startProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const code = await program.ended;
  return { code, said: program.printed() };
}

test.each(['immediate', 'exclusive'])(
  'where another program holds the database (%s), it says so and ends',
  async (how) => {
    const folder = await used();
    const file = join(folder, 'studyhall.db');
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec(`begin ${how}`);
    expect(await start(folder)).toEqual({
      code: 1,
      said: `The database ${file} is in use by another program. Stop that program, or wait until it is done.\n`,
    });
  },
);

test('where the database is read-only, it says so and ends', async () => {
  const folder = await used();
  protect(folder);
  expect(await start(folder)).toEqual({
    code: 1,
    said: expect.stringMatching(
      /^The database \S+ cannot be written: .*\. Set DATA_DIR to a folder that can be written\.\n$/,
    ),
  });
});

test.each(['', 'deeper'])('where the folder cannot be written, it says so and ends', async (deeper) => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  protect(folder);
  const { code, said } = await start(join(folder, deeper));
  expect(code).toBe(1);
  // After a line of the log about the folder for own decks.
  expect(said).toMatch(
    /^.*own decks could not be made.*\n.* cannot be (written|used): .*\. Set DATA_DIR to a folder that can be written\.\n$/,
  );
});
