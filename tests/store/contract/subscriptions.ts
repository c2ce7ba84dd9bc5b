import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aSubscription, aTip, ben } from '../sample.ts';

const DAY = 24 * 60 * 60 * 1000;

export function subscriptionsContract(database: () => TestDatabase): void {
  let store: Store;
  let subscriptions: Store['subscriptions'];
  beforeEach(async () => {
    store = await database().open();
    ({ subscriptions } = store);
  });

  const due = (at: number) => ({ due: { date: '2026-11-02', at } });

  describe('a subscription', () => {
    test('is got as it was put', async () => {
      const { server, ...bare } = aSubscription('s1', 'discord:1');
      const full = {
        ...aSubscription('s2', 'discord:1'),
        kind: 'question',
        subject: { deck: 'aws', title: 'AWS Shield', words: 'shield' },
        paused: 'refused',
        failingSince: NOW - 5,
        untold: true,
      } as const;
      await subscriptions.put(bare);
      await subscriptions.put(full);
      expect(await subscriptions.get('s1')).toEqual(bare);
      expect(await subscriptions.get('s2')).toEqual(full);
      expect(await subscriptions.get('s3')).toBeUndefined();
      expect(await subscriptions.at('discord:1')).toEqual([full, bare]);
      expect(await subscriptions.at('discord:2')).toEqual([]);
    });

    test('takes the place of the one of its kind there, under the id of that', async () => {
      await subscriptions.put({ ...aSubscription('s1', 'discord:1'), paused: 'asked', failingSince: NOW });
      await subscriptions.put({ ...aSubscription('s2', 'discord:1'), kind: 'question' });
      expect(await subscriptions.put({ ...aSubscription('s3', 'discord:1'), by: ben })).toBe('s1');
      expect(await subscriptions.get('s1')).toEqual({ ...aSubscription('s1', 'discord:1'), by: ben });
      expect(await subscriptions.get('s3')).toBeUndefined();
      expect(await subscriptions.at('discord:1')).toHaveLength(2);
    });

    test('is one, whoever sets it up at the same time', async () => {
      const other = (await database().open()).subscriptions;
      const both = [subscriptions, other, subscriptions, other];
      await Promise.all(both.map((one, index) => one.put(aSubscription(`s${index}`, 'discord:1'))));
      expect(await subscriptions.at('discord:1')).toHaveLength(1);
    });

    test('that was got in a transaction is kept from all others', async () => {
      const stores = [store, await database().open()];
      await subscriptions.put(aSubscription('s1', 'discord:1'));
      const later = (one: Store) =>
        one.transaction(async (tables) => {
          const got = await tables.subscriptions.get('s1');
          if (got) await tables.subscriptions.put({ ...got, due: { ...got.due, at: got.due.at + 1 } });
        });
      await Promise.all([...stores, ...stores].map(later));
      expect((await subscriptions.get('s1'))?.due.at).toBe(NOW + 4);
    });

    test('is removed with its claims and what it still wanted to be posted', async () => {
      await subscriptions.put(aSubscription('s1', 'discord:1'));
      await subscriptions.put({ ...aSubscription('s2', 'discord:1'), kind: 'question' });
      await subscriptions.claim('s1', '2026-11-02', NOW);
      await store.outbox.put([aTip('1', 'a tip', 's1'), aTip('1', 'a question', 's2')]);
      expect(await subscriptions.remove('discord:1', 'tip')).toBe(true);
      expect(await subscriptions.remove('discord:1', 'tip')).toBe(false);
      expect(await subscriptions.remove('discord:2', 'question')).toBe(false);
      expect((await subscriptions.at('discord:1')).map(({ id }) => id)).toEqual(['s2']);
      const { claims, outbox } = await database().dump();
      expect(claims).toEqual([]);
      expect(outbox).toMatchObject([{ subscription: 's2' }]);
    });
  });

  describe('what is due', () => {
    test('is found by platform and moment, the longest overdue first, and not while paused', async () => {
      await subscriptions.put({ ...aSubscription('late', 'discord:1'), ...due(NOW - 5) });
      await subscriptions.put({ ...aSubscription('later', 'discord:2'), ...due(NOW - 9) });
      await subscriptions.put({
        ...aSubscription('elsewhere', 'slack:1'),
        platform: 'slack',
        ...due(NOW - 7),
      });
      await subscriptions.put({ ...aSubscription('not yet', 'discord:3'), ...due(NOW + 1) });
      await subscriptions.put({ ...aSubscription('paused', 'discord:4'), paused: 'asked', ...due(NOW - 99) });
      expect(await subscriptions.due(['discord'], NOW, 10)).toEqual(['later', 'late']);
      expect(await subscriptions.due(['discord', 'slack'], NOW, 2)).toEqual(['later', 'elsewhere']);
      expect(await subscriptions.due([], NOW, 10)).toEqual([]);
      expect(await subscriptions.nextDue(['discord', 'slack'])).toBe(NOW - 9);
      expect(await subscriptions.nextDue(['playground'])).toBeUndefined();
      expect(await subscriptions.nextDue([])).toBeUndefined();
    });

    test('all that are not paused are gone through in portions', async () => {
      for (const id of ['e', 'b', 'd', 'a', 'c'])
        await subscriptions.put({
          ...aSubscription(id, `discord:${id}`),
          ...(id === 'd' && { paused: 'asked' }),
        });
      await subscriptions.put({ ...aSubscription('bb', 'slack:1'), platform: 'slack' });
      expect(await subscriptions.after(['discord'], '', 2)).toEqual(['a', 'b']);
      expect(await subscriptions.after(['discord'], 'b', 2)).toEqual(['c', 'e']);
      expect(await subscriptions.after(['discord'], 'e', 2)).toEqual([]);
      expect(await subscriptions.after(['discord', 'slack'], 'a', 2)).toEqual(['b', 'bb']);
      expect(await subscriptions.after([], '', 2)).toEqual([]);
    });
  });

  describe('a local date', () => {
    test('is claimed once for each subscription', async () => {
      expect(await subscriptions.claimed('s1', '2026-11-02')).toBe(false);
      expect(await subscriptions.claim('s1', '2026-11-02', NOW)).toBe(true);
      expect(await subscriptions.claimed('s1', '2026-11-02')).toBe(true);
      expect(await subscriptions.claimed('s1', '2026-11-03')).toBe(false);
      expect(await subscriptions.claim('s1', '2026-11-02', NOW + 1)).toBe(false);
      expect(await subscriptions.claim('s1', '2026-11-03', NOW)).toBe(true);
      expect(await subscriptions.claim('s2', '2026-11-02', NOW)).toBe(true);
    });

    test('is claimed by one of several processes that try at once', async () => {
      const other = (await database().open()).subscriptions;
      const tries = Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? subscriptions : other).claim('s1', '2026-11-02', NOW),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    });

    test('is free again when the transaction that claimed it is undone', async () => {
      const failing = store.transaction(async (tables) => {
        await tables.subscriptions.claim('s1', '2026-11-02', NOW);
        throw new Error('The message could not be made.');
      });
      await expect(failing).rejects.toThrow('could not be made');
      expect(await subscriptions.claim('s1', '2026-11-02', NOW)).toBe(true);
    });

    test('is remembered for a month', async () => {
      await subscriptions.claim('s1', '2026-11-02', NOW);
      await subscriptions.claim('s2', '2026-11-02', NOW);
      await subscriptions.claim('s1', '2026-12-02', NOW + 30 * DAY);
      expect(await subscriptions.claim('s1', '2026-11-02', NOW + 30 * DAY)).toBe(false);
      await subscriptions.claim('s1', '2026-12-04', NOW + 32 * DAY);
      const { claims = [] } = await database().dump();
      expect(claims.map(({ subscription, date }) => `${subscription} ${date}`).sort()).toEqual([
        's1 2026-12-02',
        's1 2026-12-04',
        's2 2026-11-02',
      ]);
    });
  });

  test('a place knows the tips that it has seen, in order', async () => {
    expect(await subscriptions.shown('discord:1')).toEqual([]);
    await subscriptions.setShown('discord:1', ['b', 'a']);
    await subscriptions.setShown('discord:1', ['b', 'a', 'c']);
    await subscriptions.setShown('discord:2', ['c']);
    expect(await subscriptions.shown('discord:1')).toEqual(['b', 'a', 'c']);
  });
}
