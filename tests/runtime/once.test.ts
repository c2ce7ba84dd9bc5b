import { expect, test } from 'vitest';
import { rememberIds } from '../../src/runtime/once.ts';

test('an id is new once in ten minutes', () => {
  let now = 0;
  const once = rememberIds(() => now);
  expect([once('a'), once('b'), once('a')]).toEqual([true, true, false]);
  now = 9 * 60_000;
  expect(once('a')).toBe(false);
  now = 10 * 60_000;
  expect([once('a'), once('a')]).toEqual([true, false]);
});
