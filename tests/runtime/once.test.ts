import { expect, test } from 'vitest';
import { StoreError } from '../../src/chat/errors.ts';
import { rememberIds, takeIds } from '../../src/runtime/once.ts';
import type { Store } from '../../src/store/types.ts';
import { testClock } from '../hall/clock.ts';
import { testStore } from '../hall/store.ts';

const MINUTE = 60_000;

test('an id is new once in ten minutes', () => {
  let now = 0;
  const once = rememberIds(() => now);
  expect([once('a'), once('b'), once('a')]).toEqual([true, true, false]);
  now = 9 * MINUTE;
  expect(once('a')).toBe(false);
  now = 10 * MINUTE;
  expect([once('a'), once('a')]).toEqual([true, false]);
});

test('an id is taken once in ten minutes by all processes on a store', async () => {
  const clock = testClock();
  const store = await testStore(clock.now);
  const [one, other] = [takeIds(store, clock), takeIds(store, clock)];
  expect(await one('a')).toBe(true);
  expect(await other('a')).toBe(false);
  clock.pass(9 * MINUTE);
  expect([await one('a'), await other('b')]).toEqual([false, true]);
  clock.pass(2 * MINUTE);
  expect([await one('a'), await other('a'), await other('b')]).toEqual([true, false, false]);
  await store.close();
});

test('while the store fails, or says nothing, everyone may take an id', async () => {
  const clock = testClock();
  const failing = async () => {
    throw new StoreError('The disk is full.');
  };
  const silent = () => new Promise<never>(() => {});
  const { events, ...rest } = await testStore(clock.now);
  const on = (take: Store['events']['take']) => takeIds({ ...rest, events: { ...events, take } }, clock);
  expect(await on(failing)('a')).toBe(true);
  const waiting = on(silent)('a');
  clock.pass(1000);
  expect(await waiting).toBe(true);
  await rest.close();
});
