import { expect, test } from 'vitest';
import { StoreError } from '../../src/chat/errors.ts';
import { openMetrics } from '../../src/runtime/metrics/metrics.ts';
import type { Load } from '../../src/store/types.ts';
import { testClock } from '../hall/clock.ts';

const nothing: Load = { outbox: [], rounds: [], tips: [] };

function open(figures: () => Promise<Load>) {
  const clock = testClock();
  const metrics = openMetrics({
    figures,
    states: () => new Map([['slack', 'connected']]),
    readiness: async () => ({ ready: true, lines: [] }),
    clock,
  });
  return { clock, metrics };
}

const samples = (printed: string) => printed.split('\n').filter((line) => line.startsWith('studyhall_'));

test('what nobody waits for is 0 rather than unknown', async () => {
  const { metrics } = open(async () => nothing);
  expect(samples(await metrics.print())).toEqual(
    expect.arrayContaining([
      'studyhall_outbox_rows{platform="slack",lane="tip"} 0',
      'studyhall_outbox_oldest_seconds{platform="slack",lane="play"} 0',
      'studyhall_rounds_live{platform="slack"} 0',
      'studyhall_tips_late{platform="slack"} 0',
    ]),
  );
});

test('the store is asked at most once in five seconds', async () => {
  let asked = 0;
  const { clock, metrics } = open(async () => {
    asked += 1;
    return nothing;
  });
  for (let second = 0; second < 10; second += 1) {
    await metrics.print();
    clock.pass(1000);
  }
  expect(asked).toBe(2);
});

test.each([
  ['fails', () => Promise.reject(new StoreError('gone'))],
  ['does not answer', () => new Promise<never>(() => {})],
])('a store that %s leaves out what it would have told, and nothing else', async (_, figures) => {
  const { clock, metrics } = open(figures);
  metrics.stored('read', 5, true);
  const printing = metrics.print();
  clock.pass(2000);
  const printed = samples(await printing);
  expect(printed).toContain('studyhall_store_failures_total{work="read"} 1');
  expect(printed).toContain('studyhall_connected{platform="slack"} 1');
  expect(printed.filter((line) => /outbox|rounds|tips/.test(line))).toEqual([]);
});
