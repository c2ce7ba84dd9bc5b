import { describe, expect, test } from 'vitest';
import { StoreError } from '../../../src/chat/errors.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { ana, answered, aRound, asking, ben, change, got, over } from '../sample.ts';

export function roundsContract(database: () => TestDatabase): void {
  describe('a round', () => {
    test('is got as it was added, with its first version', async () => {
      const store = await database().open();
      const { server, ...alone } = aRound('r2', 'discord:elsewhere');
      expect(await store.rounds.add(aRound('r1', 'discord:here'))).toBe(true);
      expect(await store.rounds.add(alone)).toBe(true);
      const again = await database().open(); // one that has nothing at hand yet
      for (const { rounds } of [store, again]) {
        expect(await rounds.get('r1')).toEqual({ ...aRound('r1', 'discord:here'), version: 1 });
        expect(await rounds.at('discord:elsewhere')).toEqual({ ...alone, version: 1 });
        expect(await rounds.get('r3')).toBeUndefined();
        expect(await rounds.at('discord:nowhere')).toBeUndefined();
      }
    });

    test('is the only live one of its place', async () => {
      const store = await database().open();
      await store.rounds.add(aRound('r1', 'discord:here'));
      expect(await store.rounds.add(aRound('r2', 'discord:here'))).toBe(false);
      expect(await store.rounds.get('r2')).toBeUndefined();
      await change(store, 'r1', over);
      expect(await store.rounds.at('discord:here')).toBeUndefined();
      expect((await got(store, 'r1')).state.phase).toBe('finished');
      expect(await store.rounds.add(aRound('r2', 'discord:here'))).toBe(true);
      expect((await store.rounds.at('discord:here'))?.setup.id).toBe('r2');
    });

    test('is the only one that comes of two starts at once', async () => {
      const stores = [await database().open(), await database().open()];
      const starts = stores.map(({ rounds }, index) => rounds.add(aRound(`r${index}`, 'discord:here')));
      expect((await Promise.all(starts)).sort()).toEqual([false, true]);
      expect(await stores[0]?.rounds.live(['discord'])).toHaveLength(1);
    });

    test('is saved only by who has its latest version', async () => {
      const store = await database().open();
      await store.rounds.add(aRound('r1', 'discord:here'));
      const [mine, theirs] = [await got(store, 'r1'), await got(store, 'r1')];
      await store.rounds.save(mine, asking(mine.state, 0));
      await expect(store.rounds.save(theirs, over(theirs.state))).rejects.toThrow(StoreError);
      expect(await got(store, 'r1')).toMatchObject({ version: 2, state: { phase: 'open' } });
    });
  });

  describe('answers', () => {
    test('come back with the question they belong to, the last of each player', async () => {
      const store = await database().open();
      await store.rounds.add(aRound('r1', 'discord:here'));
      await change(store, 'r1', (state) => answered(asking(state, 0), ana, [0, 1]));
      await change(store, 'r1', (state) => answered(state, ben, [1], NOW + 5));
      await change(store, 'r1', (state) => answered(state, ana, [1], NOW + 9));
      expect((await got(store, 'r1')).state.answers).toEqual({
        [ana.id]: { picks: [1], at: NOW + 9 },
        [ben.id]: { picks: [1], at: NOW + 5 },
      });
      await change(store, 'r1', (state) => asking(state, 1));
      expect((await got(store, 'r1')).state.answers).toEqual({});
      expect((await database().dump()).answers).toHaveLength(2);
    });

    test('that the next state does not have are gone', async () => {
      const store = await database().open();
      await store.rounds.add(aRound('r1', 'discord:here'));
      await change(store, 'r1', (state) => answered(answered(asking(state, 0), ana, [0]), ben, [1]));
      await change(store, 'r1', ({ answers, ...state }) => ({
        ...state,
        answers: { [ben.id]: answers[ben.id] ?? { picks: [], at: 0 } },
      }));
      expect(Object.keys((await got(store, 'r1')).state.answers)).toEqual([ben.id]);
    });

    test('20 equal ones at once are one', async () => {
      const stores = [await database().open(), await database().open()];
      await stores[0]?.rounds.add(aRound('r1', 'discord:here', asking(aRound('', '').state, 0)));
      await Promise.all(
        Array.from({ length: 10 }, () => stores).flatMap((both) =>
          both.map((store) => change(store, 'r1', (state) => answered(state, ana, [1]))),
        ),
      );
      const { answers = [] } = await database().dump();
      expect(answers).toMatchObject([{ session: 'r1', position: 0, player: ana.id, picks: '[1]' }]);
    });

    test('of 20 players at once are all kept, whichever process they come to', async () => {
      const stores = [await database().open(), await database().open()];
      await stores[0]?.rounds.add(aRound('r1', 'discord:here', asking(aRound('', '').state, 0)));
      const players = Array.from({ length: 20 }, (_, index) => ({
        id: `discord:${index}`,
        name: `${index}`,
      }));
      await Promise.all(
        players.map((player, index) => {
          const [one, other] = stores;
          const store = index % 2 ? one : other;
          return store && change(store, 'r1', (state) => answered(state, player, [0]));
        }),
      );
      const { state, version } = await got(await database().open(), 'r1');
      expect(Object.keys(state.answers).sort()).toEqual(players.map(({ id }) => id).sort());
      expect(Object.keys(state.players)).toHaveLength(20);
      expect(version).toBe(21);
    });
  });

  describe('what is due', () => {
    test('is found by platform and deadline, the longest overdue first', async () => {
      const store = await database().open();
      const { rounds } = store;
      await rounds.add(aRound('late', 'discord:1', { deadline: NOW - 5 }));
      await rounds.add(aRound('later', 'discord:2', { deadline: NOW - 9 }));
      await rounds.add(aRound('not yet', 'discord:3', { deadline: NOW + 1 }));
      await rounds.add({ ...aRound('elsewhere', 'slack:1', { deadline: NOW - 7 }), platform: 'slack' });
      await rounds.add(aRound('over', 'discord:4', { deadline: NOW - 8 }));
      await change(store, 'over', over);
      expect(await rounds.due(['discord'], NOW, 10)).toEqual(['later', 'late']);
      expect(await rounds.due(['discord', 'slack'], NOW, 2)).toEqual(['later', 'elsewhere']);
      expect(await rounds.due([], NOW, 10)).toEqual([]);
      expect(await rounds.nextDeadline(['slack'])).toBe(NOW - 7);
      expect(await rounds.nextDeadline(['playground'])).toBeUndefined();
      expect(await rounds.nextDeadline([])).toBeUndefined();
      expect((await rounds.live(['discord'])).sort()).toEqual(['late', 'later', 'not yet']);
      expect(await rounds.live([])).toEqual([]);
    });
  });

  describe('a place', () => {
    test('knows when it saw a question last, and its last deck', async () => {
      const store = await database().open();
      expect(await store.rounds.lastDeck('discord:here')).toBeUndefined();
      await store.rounds.add(aRound('r1', 'discord:here'));
      await change(store, 'r1', (state) => ({ ...asking(state, 0), phase: 'posting' }));
      expect(await store.rounds.seen('discord:here')).toEqual(new Map());
      await change(store, 'r1', (state) => asking(state, 0, NOW + 1));
      await change(store, 'r1', (state) => over({ ...state, phase: 'revealed' }));
      const notes = aRound('r2', 'discord:here', { since: NOW + 100 });
      const questions = notes.setup.questions.map((one) => ({ ...one, deck: 'notes' }));
      await store.rounds.add({ ...notes, setup: { ...notes.setup, questions } });
      await change(store, 'r2', (state) => asking(state, 1, NOW + 200));
      expect(await store.rounds.seen('discord:here')).toEqual(
        new Map([
          ['aws/q1', NOW + 1],
          ['notes/q2', NOW + 200],
        ]),
      );
      expect(await store.rounds.lastDeck('discord:here')).toBe('notes');
      expect(await store.rounds.seen('discord:elsewhere')).toEqual(new Map());
    });
  });
}
