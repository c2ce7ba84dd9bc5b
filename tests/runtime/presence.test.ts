import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/chat/chat.ts';
import { PlatformError, StoreError } from '../../src/chat/errors.ts';
import { openPresence } from '../../src/runtime/presence.ts';
import type { Store } from '../../src/store/types.ts';
import { testClock } from '../hall/clock.ts';
import { testStore } from '../hall/store.ts';
import { aRound } from '../store/sample.ts';

const SECOND = 1000;

/** A part that no two processes may have. */
const only: Part = {
  name: 'all of it',
  conflict: (others) => (others.length > 0 ? `Taken: ${others}.` : undefined),
};

/** A store that several processes share, and a clock that passes as soon as nothing else is left to do. */
async function house({ shared = true } = {}) {
  const clock = testClock();
  const store: Store = { ...(await testStore(clock.now)), shared };
  const logged: string[] = [];
  const note = (_: object, sentence: string) => logged.push(sentence);
  const turns = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  };
  return {
    clock,
    store,
    logged,
    open: (process: string, on = store) =>
      openPresence({
        store: on,
        process,
        platforms: () => ['discord'],
        clock,
        log: { info: note, warn: note, error: note },
      }),
    async pass(ms: number) {
      await turns();
      for (let passed = 0; passed < ms; passed += 100) {
        clock.pass(100);
        await turns();
      }
    },
    alive: async (since: number) => (await store.processes.alive(since)).map(({ id }) => id),
  };
}

describe('on a store that several share, a process', () => {
  test('says every second that it lives, and no more when it stops', async () => {
    const { clock, open, pass, alive } = await house();
    const presence = await open('one');
    await pass(10 * SECOND);
    expect(await alive(clock.now() - SECOND)).toEqual(['one']);
    await presence.stop();
    await pass(SECOND + 1);
    expect(await alive(clock.now() - SECOND)).toEqual([]);
  });

  test('gives back what it serves as soon as it stops', async () => {
    const { clock, store, open, pass } = await house();
    const one = await open('one');
    await one.join('discord', only);
    expect(await store.processes.alive(clock.now())).toMatchObject([{ parts: { discord: 'all of it' } }]);
    await one.stop();
    expect(await store.processes.alive(clock.now())).toMatchObject([{ parts: {} }]);
    await (await open('other')).join('discord', only);
    await pass(SECOND);
  });

  test('is refused a part that another keeps, after five seconds and with that part’s sentence', async () => {
    const { clock, open, pass } = await house();
    await (await open('one')).join('discord', only);
    const began = clock.now();
    const other = await open('other');
    const refused = other.join('discord', only).catch((error: unknown) => ({ error, at: clock.now() }));
    await pass(4900);
    await other.join('slack');
    await pass(2 * SECOND);
    expect(await refused).toEqual({
      error: new PlatformError('Taken: all of it.'),
      at: expect.toSatisfy((at: number) => at - began >= 5000 && at - began <= 6000),
    });
    expect(other.share('slack')).toBe(1);
  });

  test('has a part once whoever was killed with it is silent', async () => {
    const { clock, store, open, pass } = await house();
    await store.processes.beat({ id: 'killed', at: clock.now(), parts: { discord: 'all of it' } });
    const began = clock.now();
    const joined = (await open('next')).join('discord', only).then(() => clock.now() - began);
    await pass(6 * SECOND);
    const after = await joined;
    expect(after).toBeGreaterThan(4000);
    expect(after).toBeLessThanOrEqual(5000);
  });

  test('waits with joining until the store answers', async () => {
    const { store, open, pass, logged } = await house();
    let away = true;
    const { processes } = store;
    const join: typeof processes.join = async (...given) => {
      if (away) throw new StoreError('PostgreSQL cannot be reached.');
      return processes.join(...given);
    };
    const presence = await open('one', { ...store, processes: { ...processes, join } });
    const joined = presence.join('discord', only);
    await pass(3 * SECOND);
    expect(logged).toContain('The store does not answer.');
    away = false;
    await pass(2 * SECOND);
    await joined;
  });

  test('shares a platform’s pace with those who serve it, from when all know of each other', async () => {
    const { open, pass } = await house();
    const [one, other] = [await open('one'), await open('other')];
    await one.join('discord');
    expect([one.share('discord'), one.isNoticed('discord')]).toEqual([1, true]);
    await pass(10 * SECOND);
    await other.join('discord');
    await other.join('slack');
    expect([other.share('discord'), other.isNoticed('discord')]).toEqual([1 / 2, false]);
    expect([other.share('slack'), other.isNoticed('slack')]).toEqual([1, true]);
    await pass(SECOND);
    expect(one.share('discord')).toBe(1 / 2);
    await pass(SECOND);
    expect(other.isNoticed('discord')).toBe(true);
    other.leave('discord');
    await pass(SECOND);
    expect([one.share('discord'), one.share('slack')]).toEqual([1, 1 / 2]);
    await other.stop();
    await pass(SECOND);
    expect(one.share('slack')).toBe(1);
  });

  test('is not counted any more four seconds after its death, and forgotten after an hour', async () => {
    const { clock, store, open, pass, alive } = await house();
    await store.processes.beat({ id: 'killed', at: clock.now(), parts: { discord: '' } });
    const one = await open('one');
    await one.join('discord');
    expect(one.share('discord')).toBe(1 / 2);
    await pass(5 * SECOND);
    expect(one.share('discord')).toBe(1);
    clock.pass(61 * 60 * SECOND);
    await pass(SECOND);
    expect(await alive(0)).toEqual(['one']);
  });

  test('knows how long nobody was there, and that nobody was missed while another lives', async () => {
    const { clock, store, open, pass } = await house();
    await store.processes.beat({ id: 'killed', at: clock.now() - 60_000, parts: {} });
    const alone = await open('alone');
    await pass(100);
    expect(alone.away()).toBe(60_100);
    const beside = await open('beside');
    await pass(30 * SECOND);
    expect(beside.away()).toBe(0);
    expect((await (await house()).open('first')).away()).toBe(0);
  });
});

describe('on a store of its own, a process', () => {
  test('joins at once, whatever a dead one has left, and has all of the pace', async () => {
    const { clock, store, open } = await house({ shared: false });
    await store.processes.beat({ id: 'killed', at: clock.now(), parts: { discord: 'all of it' } });
    const presence = await open('one');
    await presence.join('discord', only);
    expect([presence.share('discord'), presence.isNoticed('discord')]).toEqual([1, true]);
  });

  test('says that it lives only while a round is played', async () => {
    const { clock, store, open, pass, alive } = await house({ shared: false });
    const presence = await open('one');
    await pass(2 * SECOND);
    expect(await alive(0)).toEqual([]);
    await store.rounds.add(aRound('r1', 'discord:1'));
    await pass(2 * SECOND);
    expect(await alive(clock.now() - SECOND)).toEqual(['one']);
    await presence.stop();
  });
});
