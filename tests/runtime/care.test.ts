import { readdir, rm, writeFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { ana } from '../store/sample.ts';
import { caring, DAY, HOUR, hold, looked, MINUTE, START } from './caring.ts';

const copied = (said: readonly string[]) => said.filter((line) => line.includes('was copied to')).length;

test('a copy is made soon after the start, then once a day', async () => {
  const { clock, said, copies } = await caring();
  const isCopied = (times: number) => vi.waitFor(() => expect(copied(said)).toBe(times), 10_000);
  clock.pass(10 * MINUTE);
  await isCopied(1);
  expect(await copies()).toEqual(['studyhall-2026-11-22.db']);
  for (let hour = 0; hour < 11; hour += 1) {
    clock.pass(HOUR);
    await looked();
  }
  expect(copied(said)).toBe(1);
  clock.pass(HOUR);
  await isCopied(2);
  expect(await copies()).toEqual(['studyhall-2026-11-22.db', 'studyhall-2026-11-23.db']);
  expect(said).toHaveLength(2);
});

test('a copy that fails is one warning an hour, and nothing else notices', async () => {
  const { clock, folder, said, store } = await caring();
  await writeFile(folder, 'in the way');
  await hold(store, 'r', START - 200 * DAY, 'discord:1');
  clock.pass(10 * MINUTE);
  await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
  clock.pass(59 * MINUTE);
  await looked();
  expect(said).toEqual([
    expect.stringMatching(
      /^warn: The daily copy of the database was not made, and is tried again in an hour: The folder of .* cannot be used: EEXIST.* Set DATA_DIR/,
    ),
  ]);
  expect(await store.ageing.answerers('', 10)).toEqual([]);
  await rm(folder);
  clock.pass(MINUTE);
  await vi.waitFor(() => expect(copied(said)).toBe(1), 10_000);
});

test('a stop does not wait for a copy, nor complain of it', async () => {
  const { clock, care, said, folder } = await caring();
  clock.pass(10 * MINUTE);
  await new Promise(setImmediate);
  await care.stop();
  expect(said).toEqual([]);
  expect(await readdir(folder)).toEqual([]); // it was begun, and not finished
});

test('what is older than 180 days is totals, day after day', async () => {
  const { store, pass } = await caring();
  await hold(store, 'old', START - 190 * DAY, 'discord:1');
  await hold(store, 'new', START - 170 * DAY, 'discord:1');
  const before = await store.records.progress(ana.id);
  await pass(DAY);
  const { answers = [], participants } = await store.members.everything(ana.id);
  expect([answers, participants]).toMatchObject([[{ session: 'new' }], [{ id: 'new' }]]);
  await pass(18 * DAY);
  expect(await store.members.everything(ana.id)).toMatchObject({ answers: [], participants: [] });
  expect(await store.records.progress(ana.id)).toEqual(before);
});
