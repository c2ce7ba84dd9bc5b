import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { startProcess } from '../../program/process.ts';
import { NO_MOUNT } from './disk.ts';

/** A data folder as a program leaves it. */
async function used(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  mkdirSync(join(folder, 'knowledge'));
  await (await openStore({ dataDir: folder, now: Date.now })).close();
  return folder;
}

/** From now on nothing in the folder, or the file, can be written. Root may write whatever its mode is, but for what is mounted so. */
function protect(path: string, { skip }: TestContext): void {
  if (process.getuid?.() === 0) {
    try {
      execFileSync('mount', ['--bind', path, path], { stdio: 'ignore' });
    } catch {
      skip(NO_MOUNT);
    }
    onTestFinished(() => void execFileSync('umount', [path]));
    execFileSync('mount', ['-o', 'remount,bind,ro', path]);
  } else {
    execFileSync('chmod', ['-R', 'a-w', path]);
    onTestFinished(() => chmodSync(path, 0o755));
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

test.for(['', 'studyhall.db'])(
  'where the database is read-only, it says so and ends: %s',
  async (file, context) => {
    const folder = await used();
    protect(join(folder, file), context);
    expect(await start(folder)).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^The database \S+ cannot be written: .*\. Set DATA_DIR to a folder that can be written\.\n$/,
      ),
    });
  },
);

test.for(['', 'deeper'])(
  'where the folder cannot be written, it says so and ends',
  async (deeper, context) => {
    const folder = mkdtempSync(join(tmpdir(), 'start-'));
    protect(folder, context);
    expect(await start(join(folder, deeper))).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^.* cannot be (written|used): .*\. Set DATA_DIR to a folder that can be written\.\n$/,
      ),
    });
  },
);
