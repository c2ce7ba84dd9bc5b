import { expect, test } from 'vitest';
import { StoreError } from '../../src/chat/errors.ts';
import type { PlatformName } from '../../src/chat/event.ts';
import type { ConnectionState } from '../../src/runtime/connections.ts';
import { openReadiness } from '../../src/runtime/readiness.ts';
import type { Store } from '../../src/store/types.ts';
import { testClock } from '../hall/clock.ts';
import { testStore } from '../hall/store.ts';

const dispatch = { kind: 'post', place: 'c1', message: [] } as const;

async function open() {
  const clock = testClock();
  const store = await testStore(clock.now);
  const states = new Map<PlatformName, ConnectionState>([['discord', 'connected']]);
  const asked = { count: 0 };
  let answers: Store['outbox']['nextDue'] = store.outbox.nextDue;
  const outbox: Store['outbox'] = {
    ...store.outbox,
    nextDue(...all) {
      asked.count += 1;
      return answers(...all);
    },
  };
  const readiness = openReadiness({ store: { outbox }, states: () => states, clock, elapsed: clock.now });
  const breaks = (how: Store['outbox']['nextDue']) => {
    answers = how;
  };
  return { clock, store, states, asked, readiness, breaks };
}

test('is ready when every platform is connected, the store answers and nothing is late', async () => {
  const { readiness } = await open();
  expect(await readiness()).toEqual({
    ready: true,
    lines: ['discord: connected', 'store: answers in 0 ms', 'outbox: nothing waits'],
  });
});

test.each([
  ['connecting', 'slack: connecting'],
  ['away', 'slack: away, and tried again until it is there'],
  ['off', 'slack: off until the next start: the log says what to mend'],
] as const)('is not ready while a platform is %s', async (state, line) => {
  const { readiness, states } = await open();
  states.set('slack', state);
  const { ready, lines } = await readiness();
  expect([ready, lines[1]]).toEqual([false, line]);
});

test('is not ready before it has begun to connect', async () => {
  const { readiness, states } = await open();
  states.clear();
  expect((await readiness()).ready).toBe(false);
});

test('is not ready when what could have been sent a minute ago is still there', async () => {
  const { clock, store, readiness } = await open();
  await store.outbox.put([{ platform: 'discord', at: clock.now() + 30_000, dispatch }]);
  expect(await readiness()).toMatchObject({ ready: true, lines: [{}, {}, 'outbox: nothing is late'] });
  clock.pass(75_000);
  expect(await readiness()).toMatchObject({
    ready: true,
    lines: [{}, {}, 'outbox: the next message is 45 s late'],
  });
  clock.pass(15_000);
  expect(await readiness()).toMatchObject({ ready: false });
});

test('is not ready when the store fails, or does not answer within 2 seconds; it is not asked again meanwhile', async () => {
  const { clock, asked, readiness, breaks } = await open();
  breaks(() => Promise.reject(new StoreError('gone')));
  expect(await readiness()).toEqual({
    ready: false,
    lines: ['discord: connected', 'store: does not answer'],
  });

  breaks(() => new Promise(() => {}));
  asked.count = 0;
  for (let second = 0; second < 10; second += 1) {
    clock.pass(1000);
    const found = readiness();
    clock.pass(2000);
    expect((await found).ready).toBe(false);
  }
  expect(asked.count).toBe(2); // a lane each
});

test('asks the store once a second, however often it is asked itself', async () => {
  const { clock, asked, readiness } = await open();
  for (let times = 0; times < 100; times += 1) await readiness();
  expect(asked.count).toBe(2);
  clock.pass(1000);
  await readiness();
  expect(asked.count).toBe(4);
});
