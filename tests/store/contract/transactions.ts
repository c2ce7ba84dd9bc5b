import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/chat/errors.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aPost, aRound, change, got, over } from '../sample.ts';

export function transactionsContract(database: () => TestDatabase): void {
  test('stores that are opened at once on an empty database all come up', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => database().open()));
    await stores[0]?.rounds.add(aRound('r1', 'discord:here'));
    expect(await stores[3]?.rounds.live(['discord'])).toEqual(['r1']);
  });

  describe('a transaction', () => {
    test('gives back what its work returns, and keeps all of it', async () => {
      const store = await database().open();
      const result = await store.transaction(async ({ rounds, outbox }) => {
        await outbox.put([aPost('1', 'hello')]);
        return rounds.add(aRound('r1', 'discord:here'));
      });
      expect(result).toBe(true);
      expect(await store.rounds.live(['discord'])).toEqual(['r1']);
      expect(await store.outbox.nextDue('discord', 'play')).toBe(NOW);
    });

    test('that throws undoes what it did, and only that', async () => {
      const store = await database().open();
      const work = ['r1', 'bad', 'r3'].map((id) =>
        store.transaction(async ({ rounds }) => {
          await rounds.add(aRound(id, `discord:${id}`));
          if (id === 'bad') throw new UserError('No.');
        }),
      );
      const outcomes = await Promise.allSettled(work);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      await expect(work[1]).rejects.toThrow(new UserError('No.'));
      expect((await store.rounds.live(['discord'])).sort()).toEqual(['r1', 'r3']);
    });

    test('that fails undoes what it had asked for and did not wait for, too', async () => {
      const store = await database().open();
      const failing = store.transaction(async ({ rounds, outbox }) => {
        const round = await rounds.get('r1');
        await Promise.all([
          rounds.save({ ...aRound('r1', 'discord:here'), ...round, version: 7 }, over(aRound('', '').state)),
          outbox.put([aPost('1', 'one')]),
          outbox.put([aPost('1', 'two')]),
        ]);
      });
      await expect(failing).rejects.toThrow('changed by somebody else');
      expect(await store.outbox.nextDue('discord', 'play')).toBeUndefined();
    });

    test('sees its own changes, and nobody else does before the commit', async () => {
      const store = await database().open();
      const seen = await store.transaction(async ({ rounds }) => {
        await rounds.add(aRound('r1', 'discord:here'));
        return [await rounds.live(['discord']), await store.rounds.live(['discord'])];
      });
      expect(seen).toEqual([['r1'], []]);
    });

    test('keeps the round that it got from all others', async () => {
      const [one, other] = [await database().open(), await database().open()];
      await one.rounds.add(aRound('r1', 'discord:here', { unanswered: 0 }));
      const more = (store: typeof one) =>
        change(store, 'r1', (state) => ({ ...state, unanswered: state.unanswered + 1 }));
      await Promise.all([more(one), more(other), more(one), more(other)]);
      expect((await got(one, 'r1')).state.unanswered).toBe(4);
    });

    test('is refused once the store is closed', async () => {
      const store = await database().open();
      const last = store.rounds.add(aRound('r1', 'discord:here'));
      await store.close();
      expect(await last).toBe(true);
      await expect(store.rounds.add(aRound('r2', 'discord:there'))).rejects.toThrow();
      expect(await (await database().open()).rounds.live(['discord'])).toEqual(['r1']);
    });
  });
}
