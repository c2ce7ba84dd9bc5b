import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PlatformName } from '../../../src/chat/event.ts';
import type { OutboxRow, Room, Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aPost, aRound, said } from '../sample.ts';

const LEASE = NOW + 1000;

function room(platform: PlatformName, rows = 10, tips = rows): Room {
  return { platform, rows, tips };
}

export function outboxContract(database: () => TestDatabase): void {
  let outbox: Store['outbox'];
  beforeEach(async () => {
    ({ outbox } = await database().open());
  });

  const take = (process: string, now = NOW, limit = 10) =>
    outbox.take(process, [room('discord', limit)], now, now + 1000);
  const nextDue = () => outbox.nextDue('discord', 'play');
  const id = ([row]: OutboxRow[]) => row?.id ?? 'none';

  describe('the outbox', () => {
    test('gives a row back as it was put, with ids that grow', async () => {
      const row = { ...aPost('7', 'hello', 'r1'), platform: 'slack' } as const;
      const edit = { ...row, dispatch: { ...row.dispatch, kind: 'edit', id: 'm1' } } as const;
      await outbox.put([row, edit]);
      await outbox.put([]);
      expect(await outbox.take('p', [], NOW, LEASE)).toEqual([]);
      expect(await outbox.take('p', [room('discord')], NOW, LEASE)).toEqual([]);
      const [first, ...none] = await outbox.take('p', [room('slack'), room('discord')], NOW, LEASE);
      expect(first).toEqual({ ...row, id: first?.id, tries: 0, doubtful: false });
      expect(none).toEqual([]);
      expect(await outbox.done(first?.id ?? '', 'p')).toBe(true);
      const [second] = await outbox.take('p', [room('slack')], NOW, LEASE);
      expect(second).toMatchObject(edit);
      expect(Number(second?.id)).toBeGreaterThan(Number(first?.id));
      expect(second?.id).toMatch(/^\d{1,16}$/);
    });

    test('takes one row a place, the first that was put', async () => {
      await outbox.put([aPost('1', 'a'), aPost('1', 'b'), aPost('2', 'c')]);
      const taken = await take('p');
      expect(taken.map(said)).toEqual(['a', 'c']);
      expect(await take('p')).toEqual([]);
      await outbox.done(id(taken), 'p');
      expect((await take('q')).map(said)).toEqual(['b']);
    });

    test('keeps a place waiting for a row that is to be tried later', async () => {
      await outbox.put([aPost('1', 'a'), aPost('1', 'b')]);
      expect(await outbox.later(id(await take('p')), 'p', NOW + 49.3, false)).toBe(true);
      expect(await take('p', NOW + 49)).toEqual([]);
      expect(await nextDue()).toBe(NOW + 50);
      expect((await take('p', NOW + 50)).map(said)).toEqual(['a']);
    });

    test('counts a try whose outcome is known as none, and remembers one that is doubtful', async () => {
      await outbox.put([aPost('1', 'a')]);
      const first = await take('p');
      await outbox.later(id(first), 'p', NOW + 1, true);
      const again = await take('p', NOW + 1);
      expect(again).toMatchObject([{ tries: 1, triedAt: NOW, doubtful: true }]);
      await outbox.later(id(again), 'p', NOW + 2, true);
      expect(await take('p', NOW + 2)).toMatchObject([{ tries: 2, triedAt: NOW, doubtful: true }]);
      await outbox.later(id(again), 'p', NOW + 3, false);
      const [last] = await take('p', NOW + 3);
      expect(last).toMatchObject({ tries: 0, doubtful: false });
      expect(last).not.toHaveProperty('triedAt');
    });

    test('gives the row of a process that fell silent to another, doubtful', async () => {
      await outbox.put([aPost('1', 'a'), aPost('1', 'b')]);
      await take('p');
      expect(await nextDue()).toBe(NOW + 1000);
      expect(await take('q', NOW + 999)).toEqual([]);
      const late = await take('q', NOW + 1000);
      expect(late).toMatchObject([{ tries: 1, triedAt: NOW, doubtful: true }]);
      expect(late.map(said)).toEqual(['a']);
    });

    test('keeps a row for a process that says that it is still at it', async () => {
      await outbox.put([aPost('1', 'a')]);
      await outbox.renew([id(await take('p'))], 'p', NOW + 5000);
      await outbox.renew([], 'p', NOW + 5000);
      expect(await take('q', NOW + 4999)).toEqual([]);
      expect(await take('q', NOW + 5000)).toMatchObject([{ doubtful: true }]);
    });

    test('hears nothing more from a process that lost its row', async () => {
      await outbox.put([aPost('1', 'a')]);
      const lost = id(await take('p'));
      await take('q', NOW + 1000);
      expect(await outbox.done(lost, 'p')).toBe(false);
      expect(await outbox.later(lost, 'p', NOW, false)).toBe(false);
      await outbox.renew([lost], 'p', NOW + 9000);
      expect(await outbox.done(lost, 'q')).toBe(true);
      expect(await outbox.done(lost, 'q')).toBe(false);
      expect(await outbox.later(lost, 'q', NOW, false)).toBe(false);
    });

    test('lets a round withdraw what waits to be posted, but not what is being posted, edits or goes to a member', async () => {
      const direct = { ...aPost('7', 'direct', 'r1') };
      const edit = { ...aPost('8', 'edit', 'r1') };
      await outbox.put([
        aPost('1', 'being sent', 'r1'),
        aPost('1', 'waits', 'r1'),
        aPost('2', 'of another', 'r2'),
        { ...direct, dispatch: { kind: 'direct', place: '7', message: direct.dispatch.message } },
        { ...edit, dispatch: { kind: 'edit', place: '8', id: 'm', message: edit.dispatch.message } },
      ]);
      const [sending] = await take('p', NOW, 1);
      await outbox.withdraw('r1');
      expect((await take('q')).map(said)).toEqual(['of another', 'direct', 'edit']);
      await outbox.done(sending?.id ?? '', 'p');
      expect(await nextDue()).toBe(NOW + 1000);
      expect(await outbox.nextDue('slack', 'play')).toBeUndefined();
    });

    test('never gives a row to two processes that take at once', async () => {
      const other = (await database().open()).outbox;
      await outbox.put(Array.from({ length: 40 }, (_, place) => aPost(`${place}`, `${place}`)));
      const all = await Promise.all(
        ['p', 'q', 'r', 's'].map((process, index) =>
          (index % 2 ? outbox : other).take(process, [room('discord', 15)], NOW, LEASE),
        ),
      );
      const rows = all.flat().map((row) => row.id);
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThanOrEqual(15);
    });

    test('is put with the state that it tells of, or not at all', async () => {
      const store = await database().open();
      await store.rounds.add(aRound('r1', 'discord:here'));
      const second = store.transaction(async (tables) => {
        await tables.outbox.put([aPost('1', 'never')]);
        if (!(await tables.rounds.add(aRound('r2', 'discord:here')))) throw new Error('taken');
      });
      await expect(second).rejects.toThrow('taken');
      expect(await nextDue()).toBeUndefined();
    });

    test('sends each place its messages in order and each at most once, whoever takes, fails or falls silent', async () => {
      let run = 0;
      const action = fc.record({
        kind: fc.constantFrom('put', 'take', 'done', 'later', 'doubt', 'wait'),
        place: fc.integer({ min: 1, max: 3 }),
        process: fc.constantFrom('p', 'q'),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
          const here = `run${++run}:`;
          const hands = new Map<string, OutboxRow[]>([
            ['p', []],
            ['q', []],
          ]);
          const sent: [place: string, said: number][] = [];
          let now = NOW;
          let count = 0;
          const mine = (rows: OutboxRow[]) => rows.filter(({ dispatch }) => dispatch.place.startsWith(here));
          for (const { kind, place, process } of actions) {
            const hand = hands.get(process) ?? [];
            if (kind === 'put') await outbox.put([aPost(`${here}${place}`, `${++count}`)]);
            else if (kind === 'wait') now += 600;
            else if (kind === 'take') hand.push(...mine(await take(process, now)));
            else {
              const row = hand.shift();
              if (!row) continue;
              if (kind !== 'done') await outbox.later(row.id, process, now + 300, kind === 'doubt');
              else if (await outbox.done(row.id, process)) sent.push([row.dispatch.place, Number(said(row))]);
            }
          }
          for (let left = true; left; now += 1000) {
            const rows = mine(await take('last', now, 100));
            for (const row of rows) {
              await outbox.done(row.id, 'last');
              sent.push([row.dispatch.place, Number(said(row))]);
            }
            left = (await nextDue()) !== undefined;
          }
          expect(sent).toHaveLength(count);
          for (const place of new Set(sent.map(([place]) => place))) {
            const order = sent.filter(([where]) => where === place).map(([, said]) => said);
            expect(order).toEqual([...new Set(order)].sort((one, other) => one - other));
          }
        }),
        { numRuns: 15 },
      );
    });
  });
}
