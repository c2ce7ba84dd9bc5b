import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { copyStore } from '../../../src/store/sqlite/backup.ts';
import { rightTo } from '../deck.ts';
import { dataFolder } from './data.ts';

/** What docs/operating.md says under "Backing up and restoring". */
test('a copy that was made while answers came in is put in place, and the round goes on with its answers', async () => {
  const { table, database, sees, start } = await dataFolder();
  const stop = await start();
  const [ana, ...others] = ['Ana', 'Ben', 'Cem', 'Dora', 'Eli', 'Finn', 'Gül', 'Late'].map(table.person);
  const late = others.pop();
  await ana?.starts(1, 60);
  await ana?.clicks(await sees('opening'), 'Start now');
  const question = await sees('question');
  const right = rightTo(question);

  expect(await ana?.clicks(question, right)).toMatch(/^Recorded/);
  const copy = join(database.dataDir, 'copy.db');
  const copying = copyStore(database.dataDir, copy);
  const confirmed = await Promise.all(others.map((player) => player.clicks(question, right)));
  await copying;
  for (const said of confirmed) expect(said).toMatch(/^Recorded/);
  expect(await late?.clicks(question, right)).toMatch(/^Recorded/);
  await stop();

  const inCopy = new DatabaseSync(copy, { readOnly: true });
  const kept = inCopy.prepare('select player, picks from answers order by player').all();
  inCopy.close();
  const players = kept.map(({ player }) => player);
  expect(players).toContain(ana?.id);
  expect(players).not.toContain(late?.id);

  const file = join(database.dataDir, 'studyhall.db');
  await copyFile(copy, file);
  for (const beside of ['-wal', '-shm']) await rm(`${file}${beside}`, { force: true });
  await start();
  const again = await sees('end');
  expect(again.text).toContain('Ana');
  const { answers = [], rounds } = await database.dump();
  const given = answers.map(({ player, picks }) => ({ player, picks }));
  expect(given.sort((one, other) => (String(one.player) < String(other.player) ? -1 : 1))).toEqual(kept);
  expect(answers.every((answer) => answer.right === 1)).toBe(true);
  expect(rounds).toMatchObject([{ deadline: null }]);
});
