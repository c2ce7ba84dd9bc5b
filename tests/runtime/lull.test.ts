import { describe, expect, test } from 'vitest';
import { lull } from '../../src/runtime/lull.ts';
import { testClock } from '../hall/clock.ts';

/** Events come at these milliseconds after the start of the wait: when it is over. */
async function waited(...events: number[]): Promise<number> {
  const clock = testClock(0);
  const quietFor = () => clock.now() - Math.max(...events.filter((at) => at <= clock.now()));
  let over = Number.NaN;
  const waiting = lull(quietFor, clock).then(() => {
    over = clock.now();
  });
  for (let turn = 0; turn < 200 && Number.isNaN(over); turn += 1) {
    await Promise.resolve();
    await Promise.resolve();
    if (Number.isNaN(over)) clock.pass(10);
  }
  await waiting;
  return over;
}

describe('a lull', () => {
  test('is there at once when nobody has done anything lately', async () => {
    expect(await waited(-5000)).toBe(0);
  });
  test('comes when all who click at once have clicked', async () => {
    expect(await waited(-10, 20, 40, 130)).toBe(230);
  });
  test('is not waited for much longer than a second', async () => {
    const always = Array.from({ length: 300 }, (_, index) => index * 20);
    expect(await waited(...always)).toBeLessThanOrEqual(1100);
  });
});
