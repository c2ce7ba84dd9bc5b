import { expect, test } from 'vitest';
import type { Subscription } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aRound, aSubscription } from '../sample.ts';

const dispatch = { kind: 'post', place: 'c1', message: [] } as const;

const due = (id: string, at: number): Subscription => ({
  ...aSubscription(id, `discord:${id}`),
  due: { date: '2026-11-22', at },
});

export function figuresContract(database: () => TestDatabase): void {
  test('figures tell how much there is to do, by platform, and nothing where there is nothing', async () => {
    const { figures, outbox, subscriptions } = await database().open();
    expect(await figures.all(NOW)).toEqual({ outbox: [], rounds: [], tips: [] });

    await outbox.put([
      { platform: 'discord', at: NOW - 5000, dispatch },
      { platform: 'discord', at: NOW, dispatch },
      { platform: 'discord', lane: 'tip', at: NOW - 1000, dispatch },
      { platform: 'slack', at: NOW, dispatch },
    ]);
    await subscriptions.put(due('late', NOW - 60_001));
    await subscriptions.put(due('due', NOW - 1));
    await subscriptions.put(due('next', NOW + 1));
    await subscriptions.put({ ...due('paused', NOW - 60_001), paused: 'asked' });
    const { outbox: waiting, tips } = await figures.all(NOW);
    expect(waiting).toHaveLength(3);
    expect(waiting).toEqual(
      expect.arrayContaining([
        { platform: 'discord', lane: 'play', rows: 2, oldest: NOW - 5000 },
        { platform: 'discord', lane: 'tip', rows: 1, oldest: NOW - 1000 },
        { platform: 'slack', lane: 'play', rows: 1, oldest: NOW },
      ]),
    );
    expect(tips).toEqual([{ platform: 'discord', due: 2, late: 1 }]);
  });

  test('figures count the rounds that are live', async () => {
    const { figures, rounds } = await database().open();
    await rounds.add(aRound('r1', 'discord:1'));
    expect((await figures.all(NOW)).rounds).toEqual([{ platform: 'discord', live: 1 }]);
  });
}
