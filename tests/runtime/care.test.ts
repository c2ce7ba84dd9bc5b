import { mkdtempSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Log } from '../../src/chat/chat.ts';
import type { Port } from '../../src/chat/port.ts';
import { openCare } from '../../src/runtime/care.ts';
import type { Store } from '../../src/store/types.ts';
import { testPlatform } from '../hall/channel.ts';
import { testClock } from '../hall/clock.ts';
import { testStore } from '../hall/store.ts';
import { ana, aRound, over, play } from '../store/sample.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Noon. */
const START = Date.UTC(2026, 10, 22, 12);

/** Care for a store of the test's own, in which time passes as it is told. */
async function caring() {
  const clock = testClock(START);
  const dataDir = mkdtempSync(join(tmpdir(), 'care-'));
  const store = await testStore(clock.now, dataDir);
  const said: string[] = [];
  const note = (level: string) => (_: object, sentence: string) => void said.push(`${level}: ${sentence}`);
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') };
  const here = new Map<string, boolean>();
  const port: Port = { ...testPlatform(clock.now).port, isIn: (server) => here.get(server) };
  const ports = new Map([['discord', port] as const]);
  const forgotten: string[] = [];
  const care = openCare({
    store,
    ports: () => ports,
    clock,
    log,
    forgotten: (one) => void forgotten.push(one),
  });
  onTestFinished(async () => {
    await care.stop();
    await store.close();
  });
  await looked();
  return {
    clock,
    store,
    said,
    here,
    ports,
    forgotten,
    care,
    folder: join(dataDir, 'backups'),
    copies: () => readdir(join(dataDir, 'backups')).catch(() => []),
    /** So much time passes; what was due in it is done. */
    async pass(ms: number) {
      for (let passed = 0; passed < ms; passed += HOUR) {
        clock.pass(Math.min(HOUR, ms - passed));
        await looked();
      }
    },
  };
}

/** Whatever was due has had its turn. */
async function looked(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

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

test('a server that has removed the bot is forgotten after 30 days', async () => {
  const { store, here, pass, forgotten, said } = await caring();
  await hold(store, 'r', START, 'discord:1');
  await hold(store, 'other', START, 'discord:2');
  here.set('1', false).set('2', true);
  await pass(29 * DAY);
  expect((await store.departures.servers('', 10))[0]).toMatchObject({ server: 'discord:1' });
  expect(await store.rounds.get('r')).toBeDefined();
  expect(forgotten).toEqual([]);
  await pass(3 * DAY);
  expect(forgotten).toEqual(['discord:1']);
  expect(await store.rounds.get('r')).toBeUndefined();
  expect(await store.departures.servers('', 10)).toEqual([{ server: 'discord:2' }]);
  expect(said.filter((line) => line.includes('removed the bot'))).toHaveLength(1);
  expect(said.join()).not.toContain('discord:');
});

test('a server that is back finds all as it was, and begins anew when it goes again', async () => {
  const { store, here, pass, forgotten } = await caring();
  const noted = async () => (await store.departures.servers('', 10))[0]?.gone;
  await hold(store, 'r', START, 'discord:1');
  here.set('1', false);
  await pass(20 * DAY);
  here.set('1', true);
  await pass(2 * DAY);
  expect(await noted()).toBeUndefined();
  here.set('1', false);
  await pass(20 * DAY);
  expect(await store.rounds.get('r')).toBeDefined();
  expect(forgotten).toEqual([]);
  await pass(12 * DAY);
  expect(forgotten).toEqual(['discord:1']);
});

test('while nobody can tell whether the bot is in a server, all stays as it is', async () => {
  const { store, here, ports, pass } = await caring();
  await hold(store, 'r', START, 'discord:1');
  await hold(store, 's', START, 'slack:T1');
  here.set('1', false);
  await pass(2 * DAY);
  here.delete('1');
  await pass(40 * DAY);
  ports.clear();
  await pass(5 * DAY);
  expect(await store.rounds.get('r')).toBeDefined();
  expect(await store.departures.servers('', 10)).toEqual([
    { server: 'discord:1', gone: expect.any(Number) },
    { server: 'slack:T1' },
  ]);
});

/** A round of Ana's that is over. */
async function hold(store: Store, id: string, at: number, server: string): Promise<void> {
  await store.rounds.add({ ...aRound(id, `${server}-room`), server });
  await play(store, id, 0, at, [[ana, 0]]);
  await store.transaction(async ({ rounds }) => {
    const round = await rounds.get(id);
    if (round) await rounds.save(round, over(round.state, at));
  });
}
