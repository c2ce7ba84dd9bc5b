import { describe, expect, test } from 'vitest';
import type { RunningProcess } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';

const running = (id: string, at = NOW, parts: RunningProcess['parts'] = {}): RunningProcess => ({
  id,
  at,
  parts,
});

export function processesContract(database: () => TestDatabase): void {
  describe('processes', () => {
    test('are alive while they say so, with what they serve', async () => {
      const { processes } = await database().open();
      expect(await processes.lastBeat()).toBeUndefined();
      await processes.beat(running('p'));
      await processes.beat(running('q', NOW + 5, { slack: '' }));
      await processes.beat(running('p', NOW + 9, { discord: '0/2', slack: '' }));
      expect(await processes.alive(NOW + 5)).toEqual([
        running('p', NOW + 9, { discord: '0/2', slack: '' }),
        running('q', NOW + 5, { slack: '' }),
      ]);
      expect((await processes.alive(NOW + 6)).map(({ id }) => id)).toEqual(['p']);
      expect(await processes.lastBeat()).toBe(NOW + 9);
    });

    test('that have long been silent are forgotten', async () => {
      const { processes } = await database().open();
      await processes.beat(running('p'));
      await processes.beat(running('q', NOW + 5));
      await processes.clear(NOW + 5);
      expect((await processes.alive(0)).map(({ id }) => id)).toEqual(['q']);
    });

    test('join unless that conflicts with what others of this moment serve', async () => {
      const { processes } = await database().open();
      const given: string[][] = [];
      const noConflict = (others: readonly RunningProcess[]) => {
        given.push(others.map(({ id }) => id));
        return undefined;
      };
      await processes.beat(running('dead', NOW - 1));
      await processes.beat(running('living'));
      expect(await processes.join(running('new', NOW, { discord: 'auto' }), NOW, noConflict)).toBeUndefined();
      expect(await processes.join(running('new', NOW, { slack: '' }), NOW, noConflict)).toBeUndefined();
      expect(given).toEqual([['living'], ['living']]);
      expect(await processes.join(running('late'), NOW, () => 'in the way')).toBe('in the way');
      expect((await processes.alive(NOW)).map(({ id, parts }) => [id, parts])).toEqual([
        ['living', {}],
        ['new', { slack: '' }],
      ]);
    });

    test('of which many join at once see those before them: one alone is the first', async () => {
      const stores = [await database().open(), await database().open()];
      const joining = Array.from({ length: 10 }, (_, index) =>
        stores[index % 2]?.processes.join(running(`p${index}`), NOW, (others) =>
          others.length > 0 ? 'taken' : undefined,
        ),
      );
      expect((await Promise.all(joining)).filter((conflict) => conflict === undefined)).toHaveLength(1);
      expect(await stores[0]?.processes.alive(NOW)).toHaveLength(1);
    });
  });

  describe('events', () => {
    test('are taken by one alone, of however many at once', async () => {
      const stores = [await database().open(), await database().open()];
      const taking = Array.from({ length: 10 }, (_, index) => stores[index % 2]?.events.take('e', NOW));
      expect((await Promise.all(taking)).filter(Boolean)).toHaveLength(1);
      expect(await stores[0]?.events.take('other', NOW)).toBe(true);
    });

    test('can be taken again once they are forgotten', async () => {
      const { events } = await database().open();
      await events.take('old', NOW - 1);
      await events.take('new', NOW);
      await events.forget(NOW);
      expect(await events.take('old', NOW)).toBe(true);
      expect(await events.take('new', NOW)).toBe(false);
    });
  });
}
