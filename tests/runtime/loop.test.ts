import { expect, test } from 'vitest';
import { openLoop } from '../../src/runtime/loop.ts';
import { testClock } from '../hall/clock.ts';

test('an error is told once for as long as it stays the same, and again when it comes back', async () => {
  const clock = testClock();
  const outcomes = ['away', 'away', 'refused', 'refused', undefined, 'refused', 'away', 'away'];
  const told: string[] = [];
  const loop = openLoop(
    clock,
    async () => {
      const error = outcomes.shift();
      if (error !== undefined) throw new Error(error);
      return clock.now() + 1000;
    },
    (error) => told.push(String(error)),
  );
  loop.wake();
  while (outcomes.length > 0) {
    await new Promise(setImmediate);
    clock.pass(1000);
  }
  await loop.stop();
  expect(told).toEqual(['Error: away', 'Error: refused', 'Error: refused', 'Error: away']);
});
