import { beforeEach, describe, expect, test } from 'vitest';
import type { Mark, Player } from '../../../src/core/quiz/types.ts';
import type { Daily, Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aDaily, ana, aRound, ben, change, over, play } from '../sample.ts';

const HOUR = 60 * 60 * 1000;
const guild = 'discord:guild';

export function dailiesContract(database: () => TestDatabase): void {
  let store: Store;
  let dailies: Store['dailies'];
  beforeEach(async () => {
    store = await database().open();
    ({ dailies } = store);
  });

  const answer = (daily: Daily, player: Player, picks: number[], at = NOW, locked = false) =>
    dailies.answer(daily, { player, picks, at, locked });
  const mark = ({ id }: Player, right: boolean): Mark => ({ player: id, right, points: right ? 1 : 0 });

  describe('a question of the day', () => {
    test('is got as it was added, and its place has seen it', async () => {
      const { server, ...bare } = aDaily('d1', 'discord:1');
      const full = { ...aDaily('d2', 'discord:2'), message: 'm1', closed: true };
      await dailies.add(bare);
      await dailies.add(full);
      expect(await dailies.get('d1')).toEqual(bare);
      expect(await dailies.get('d2')).toEqual(full);
      expect(await dailies.get('d3')).toBeUndefined();
      expect(await store.rounds.seen('discord:1')).toEqual(new Map([['aws/q1', NOW]]));
    });

    test('knows its message once it is posted', async () => {
      await dailies.add(aDaily('d1', 'discord:1'));
      await dailies.posted('d1', 'm7');
      expect(await dailies.get('d1')).toEqual({ ...aDaily('d1', 'discord:1'), message: 'm7' });
    });

    test('is the only open one of its place, until it is closed', async () => {
      expect(await dailies.openAt('discord:1')).toBeUndefined();
      const first = aDaily('d1', 'discord:1');
      await dailies.add(first);
      await expect(dailies.add(aDaily('d2', 'discord:1'))).rejects.toThrow();
      expect(await dailies.openAt('discord:1')).toEqual(first);
      await dailies.close(first, [], NOW);
      expect(await dailies.openAt('discord:1')).toBeUndefined();
      await dailies.add(aDaily('d2', 'discord:1'));
      expect((await dailies.openAt('discord:1'))?.id).toBe('d2');
      expect(await dailies.get('d1')).toEqual({ ...first, closed: true });
    });

    test('that was got in a transaction is kept from all others', async () => {
      const stores = [store, await database().open()];
      await dailies.add({ ...aDaily('d1', 'discord:1'), message: '0' });
      const more = (one: Store) =>
        one.transaction(async (tables) => {
          const got = await tables.dailies.get('d1');
          await tables.dailies.posted('d1', String(Number(got?.message) + 1));
        });
      await Promise.all([...stores, ...stores].map(more));
      expect((await dailies.get('d1'))?.message).toBe('4');
    });
  });

  describe('answers of a day', () => {
    test('are the last of each player', async () => {
      const daily = aDaily('d1', 'discord:1');
      await dailies.add(daily);
      await answer(daily, ben, [1], NOW + 1);
      await answer(daily, ana, [0], NOW + 2);
      await answer(daily, { ...ben, name: 'B\0en' }, [0], NOW + 3);
      expect(await dailies.answers('d1')).toEqual([
        { player: ana, picks: [0], at: NOW + 2, locked: false },
        { player: ben, picks: [0], at: NOW + 3, locked: false },
      ]);
      expect(await dailies.answers('d2')).toEqual([]);
    });

    test('are fixed once their player has seen the right one', async () => {
      const daily = aDaily('d1', 'discord:1');
      await dailies.add(daily);
      expect(await answer(daily, ana, [1])).toBe(true);
      expect(await answer(daily, ana, [1], NOW, true)).toBe(true);
      expect(await answer(daily, ana, [0], NOW + 1)).toBe(false);
      expect(await answer(daily, ben, [], NOW, true)).toBe(true);
      expect(await answer(daily, ben, [0])).toBe(false);
      expect(await dailies.answers('d1')).toEqual([
        { player: ana, picks: [1], at: NOW, locked: true },
        { player: ben, picks: [], at: NOW, locked: true },
      ]);
    });

    test('20 equal ones at once are one', async () => {
      const daily = aDaily('d1', 'discord:1');
      await dailies.add(daily);
      const other = (await database().open()).dailies;
      const given = { player: ana, picks: [1], at: NOW, locked: false };
      await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? dailies : other).answer(daily, given)));
      expect(await dailies.answers('d1')).toEqual([given]);
    });

    test('count from when they are marked on, as those in a round do', async () => {
      const daily = aDaily('d1', 'discord:1');
      await dailies.add(daily);
      await answer(daily, ana, [0]);
      await answer(daily, ben, [1]);
      expect(await store.records.leaderboard(guild, 0)).toEqual([]);
      expect(await store.records.progress(ana.id)).toEqual([]);
      await dailies.close(daily, [mark(ana, true), mark(ben, false)], NOW + HOUR);
      expect(await store.records.leaderboard(guild, 0)).toMatchObject([
        { player: ana.id, asked: 1, right: 1 },
        { player: ben.id, asked: 1, right: 0 },
      ]);
      expect(await store.records.score(guild, 0, ana.id)).toMatchObject({ right: 1 });
      expect(await store.records.progress(ben.id)).toEqual([
        { deck: 'aws', topic: 'shield', asked: 1, right: 0 },
      ]);
      expect(await store.records.mistakes(ben.id)).toEqual([{ deck: 'aws', question: 'q1', at: NOW + HOUR }]);
    });

    test('to a question that the week had in a round already count no second time', async () => {
      await store.rounds.add(aRound('r1', 'discord:2'));
      await play(store, 'r1', 0, NOW, [[ana, 1]]);
      await change(store, 'r1', over);
      const daily = aDaily('d1', 'discord:1');
      await dailies.add(daily);
      await answer(daily, ana, [0], NOW + 1);
      await dailies.close(daily, [mark(ana, true)], NOW + 2);
      expect(await store.records.score(guild, 0, ana.id)).toMatchObject({ asked: 1, right: 0 });
    });

    test('that were not marked count for nothing, and marking is done once', async () => {
      const daily = aDaily('d1', 'discord:1');
      await dailies.add(daily);
      await answer(daily, ana, [1]);
      await answer(daily, ben, [], NOW, true);
      await dailies.close(daily, [mark(ana, false)], NOW);
      await dailies.close(daily, [mark(ana, true), mark(ben, true)], NOW + HOUR);
      expect(await store.records.leaderboard(guild, 0)).toMatchObject([
        { player: ana.id, asked: 1, right: 0 },
      ]);
      expect(await store.records.mistakes(ana.id)).toEqual([{ deck: 'aws', question: 'q1', at: NOW }]);
    });
  });
}
