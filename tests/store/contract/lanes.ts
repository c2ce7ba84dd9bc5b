import { beforeEach, describe, expect, test } from 'vitest';
import type { NewRow, OutboxRow, Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aPost, aTip, said } from '../sample.ts';

export function lanesContract(database: () => TestDatabase): void {
  let outbox: Store['outbox'];
  beforeEach(async () => {
    ({ outbox } = await database().open());
  });

  const take = async (rows: number, tips: number, now = NOW): Promise<OutboxRow[]> =>
    outbox.take('p', [{ platform: 'discord', rows, tips }], now, now + 1000);
  const words = (rows: readonly OutboxRow[]) => rows.map(said);

  describe('the lane of tips', () => {
    test('comes after all else that is due, with what room is left', async () => {
      await outbox.put([aTip('1', 'tip 1'), aTip('2', 'tip 2'), aTip('3', 'tip 3')]);
      await outbox.put([aPost('4', 'question 4'), aPost('5', 'question 5')]);
      expect(words(await take(1, 1))).toEqual(['question 4']);
      expect(words(await take(3, 3))).toEqual(['question 5', 'tip 1', 'tip 2']);
      expect(words(await take(3, 3))).toEqual(['tip 3']);
    });

    test('gives no more tips than are wanted', async () => {
      await outbox.put([aTip('1', 'tip 1'), aTip('2', 'tip 2'), aTip('3', 'tip 3')]);
      expect(words(await take(5, 0))).toEqual([]);
      expect(words(await take(5, 2))).toEqual(['tip 1', 'tip 2']);
    });

    test('does not hold back a round in the same place, nor is it held back by one', async () => {
      await outbox.put([
        aTip('1', 'tip'),
        aTip('1', 'next tip'),
        aPost('1', 'question'),
        aPost('1', 'reveal'),
      ]);
      const [question, tip] = await take(5, 5);
      expect(words([question, tip].flatMap((row) => row ?? []))).toEqual(['question', 'tip']);
      await outbox.later(tip?.id ?? '', 'p', NOW + 60_000, false);
      expect(words(await take(5, 5))).toEqual([]);
      await outbox.done(question?.id ?? '', 'p');
      expect(words(await take(5, 5))).toEqual(['reveal']);
      expect(words(await take(5, 5, NOW + 60_000))).toEqual(['reveal', 'tip']);
    });

    test('shows whose row it is, and that it is a tip', async () => {
      const tip: NewRow = { ...aTip('1', 'tip'), subscription: 's1' };
      await outbox.put([tip]);
      const [row] = await take(1, 1);
      expect(row).toEqual({ ...tip, id: row?.id, tries: 0, doubtful: false });
    });

    test('keeps a row until it may be sent, and knows when that is', async () => {
      await outbox.put([{ ...aTip('1', 'later'), notBefore: NOW + 5000 }, aPost('1', 'now')]);
      expect(await outbox.nextDue('discord', 'tip')).toBe(NOW + 5000);
      expect(await outbox.nextDue('discord', 'play')).toBe(NOW);
      expect(await outbox.nextDue('slack', 'tip')).toBeUndefined();
      expect(words(await take(5, 5, NOW + 4999))).toEqual(['now']);
      expect(words(await take(5, 5, NOW + 5000))).toEqual(['later']);
    });

    test('lets a subscription withdraw what waits to be posted, and nothing else', async () => {
      const direct = aTip('7', 'to whoever set it up', 's1');
      await outbox.put([
        aTip('1', 'being sent', 's1'),
        aTip('1', 'waits', 's1'),
        { ...aTip('2', 'waits for tomorrow', 's1'), notBefore: NOW + 5000 },
        aTip('3', 'of another', 's2'),
        aTip('4', 'of nobody'),
        { ...direct, dispatch: { kind: 'direct', place: '7', message: direct.dispatch.message } },
      ]);
      expect(words(await take(1, 1))).toEqual(['being sent']);
      await outbox.withdrawOf('s1');
      const left = await outbox.take(
        'q',
        [{ platform: 'discord', rows: 9, tips: 9 }],
        NOW + 5000,
        NOW + 6000,
      );
      expect(words(left)).toEqual(['of another', 'of nobody', 'to whoever set it up', 'being sent']);
    });

    test('is taken in portions by several processes, each row once', async () => {
      const other = (await database().open()).outbox;
      await outbox.put(Array.from({ length: 300 }, (_, place) => aTip(`${place}`, `${place}`)));
      const seen: string[] = [];
      const drain = async (box: Store['outbox'], process: string) => {
        for (;;) {
          const rows = await box.take(process, [{ platform: 'discord', rows: 9, tips: 8 }], NOW, NOW + 1000);
          if (rows.length === 0) return;
          seen.push(...words(rows));
          for (const { id } of rows) expect(await box.done(id, process)).toBe(true);
        }
      };
      await Promise.all([drain(outbox, 'p'), drain(other, 'q')]);
      expect(seen).toHaveLength(300);
      expect(new Set(seen).size).toBe(300);
    });
  });
}
