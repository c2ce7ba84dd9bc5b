import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../../src/chat/errors.ts';
import type { Store } from '../../../src/store/types.ts';
import { NOW, sqliteDatabase } from '../databases.ts';
import { startWriter } from '../processes.ts';
import { aRound, asking } from '../sample.ts';

const DAY = 24 * 60 * 60 * 1000;

let database: Awaited<ReturnType<typeof sqliteDatabase>>;
let store: Store;
let folder: string;
beforeEach(async () => {
  database = await sqliteDatabase();
  store = await database.open();
  folder = join(database.dataDir, 'backups');
});
afterEach(() => database.remove());

const copyAt = (now: number, signal = new AbortController().signal) => store.copyDaily?.(now, signal);
const copies = async () => (await readdir(folder)).sort();

/** What a copy holds, by itself. */
function inCopy(name: string) {
  const copy = new DatabaseSync(join(folder, name), { readOnly: true });
  const rows = copy.prepare('select player, picks from answers order by player').all();
  const check = copy.prepare('pragma integrity_check').all();
  const rounds = copy.prepare('select state from rounds').all();
  copy.close();
  return { rows, check, rounds };
}

describe('daily copies', () => {
  test('are one a day (UTC)', async () => {
    const made = await copyAt(NOW);
    expect(made).toBe(join(folder, 'studyhall-2026-11-02.db'));
    expect(await copyAt(NOW + 11 * 60 * 60 * 1000)).toBeUndefined();
    expect(await copyAt(NOW + 12 * 60 * 60 * 1000)).toBe(join(folder, 'studyhall-2026-11-03.db'));
    expect(await copies()).toEqual(['studyhall-2026-11-02.db', 'studyhall-2026-11-03.db']);
  });

  test('are the newest seven; nothing else is touched', async () => {
    await mkdir(folder);
    const others = ['before-0002-tips.db', 'before-0002-tips.db.part', 'studyhall-2020.db', 'studyhall.db'];
    for (const name of others) await writeFile(join(folder, name), name);
    await writeFile(join(folder, 'studyhall-2026-10-30.db.part'), 'killed while it was made');
    for (let day = 0; day < 9; day += 1) await copyAt(NOW + day * DAY);
    expect(await copies()).toEqual(
      [
        ...others,
        ...['04', '05', '06', '07', '08', '09', '10'].map((day) => `studyhall-2026-11-${day}.db`),
      ].sort(),
    );
    for (const name of others) expect(await readFile(join(folder, name), 'utf8')).toBe(name);
  });

  test('are whole, and of one moment, while others write', async () => {
    await store.rounds.add(aRound('r1', 'discord:here', asking(aRound('', '').state, 0)));
    const writer = startWriter(database.dataDir, 'w', 100_000, () => {
      if (writer.confirmed.length === 10) begun.resolve();
    });
    const begun = Promise.withResolvers<void>();
    await begun.promise;
    for (let day = 0; day < 4; day += 1) {
      const confirmed = [...writer.confirmed];
      const made = await copyAt(NOW + day * DAY);
      const { rows, check, rounds } = inCopy(made?.split('/').at(-1) ?? '');
      expect(check).toEqual([{ integrity_check: 'ok' }]);
      const players = rows.map(({ player }) => player);
      expect(confirmed.filter((player) => !players.includes(player))).toEqual([]);
      // A player's answer and place in the round are written in one transaction.
      expect(Object.keys(JSON.parse(String(rounds[0]?.state)).players).sort()).toEqual(players);
    }
    writer.child.kill('SIGKILL');
    await writer.ended;
  });

  test('that are called off leave nothing behind', async () => {
    const calling = new AbortController();
    const copying = copyAt(NOW, calling.signal);
    calling.abort();
    await expect(copying).rejects.toThrow();
    expect(await copies()).toEqual([]);
    expect(await copyAt(NOW)).toBeDefined();
  });

  test('that cannot be written say so in a sentence, and leave nothing behind', async () => {
    await writeFile(folder, 'no folder');
    await expect(copyAt(NOW)).rejects.toThrow(StoreError);
    await expect(copyAt(NOW)).rejects.toThrow(
      /cannot be used: .* Set DATA_DIR to a folder that can be written\.$/,
    );
    await rm(folder);
    await mkdir(join(folder, 'studyhall-2026-11-02.db.part', 'in the way'), { recursive: true });
    await expect(copyAt(NOW)).rejects.toThrow(StoreError);
    expect(await copies()).toEqual(['studyhall-2026-11-02.db.part']);
  });
});
