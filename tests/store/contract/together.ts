import { describe, expect, test } from 'vitest';
import type { RoundState } from '../../../src/core/quiz/types.ts';
import type { Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { ana, answered, aRound, asking, ben, change, got } from '../sample.ts';

const hostile = { id: 'discord:3', name: `Eve "\\u0000" \u0000 \ud800 '); drop table answers; --` };

export function togetherContract(database: () => TestDatabase): void {
  const together = async (store: Store, nexts: Record<string, (state: RoundState) => RoundState>) => {
    const changes = Object.entries(nexts).map(async ([id, next]) => {
      const round = await got(store, id);
      return { round, next: next(round.state) };
    });
    return store.rounds.saveAll(await Promise.all(changes));
  };
  const open = async (...ids: string[]) => {
    const store = await database().open();
    for (const id of ids) {
      const { server, ...round } = aRound(id, `discord:${id}`, asking(aRound('', '').state, 0));
      await store.rounds.add(id === 'alone' ? round : { ...round, server });
    }
    return store;
  };

  describe('rounds that are saved together', () => {
    test('are stored just as if each had been saved by itself', async () => {
      const store = await open('r1', 'alone', 'r3', 'r4');
      const deeds = (state: RoundState) =>
        [ben, hostile].reduce((so, player) => answered(so, player, [0, 1], NOW + 5), state);
      const sooner = (state: RoundState) => ({ ...deeds(state), deadline: NOW + 3000 });
      expect(await together(store, { r1: deeds, alone: deeds, r3: sooner })).toEqual(
        new Set(['r1', 'alone', 'r3']),
      );
      await change(store, 'r4', sooner);
      const [one, other] = [await got(store, 'r3'), await got(store, 'r4')];
      expect({ ...one, setup: {}, place: '' }).toEqual({ ...other, setup: {}, place: '' });
      const { rounds = [], answers = [], participants = [] } = await database().dump();
      const of = (rows: Record<string, unknown>[], id: string) =>
        JSON.stringify(rows.filter((row) => Object.values(row).includes(id))).replaceAll(id, 'it');
      for (const rows of [rounds, answers, participants]) expect(of(rows, 'r3')).toEqual(of(rows, 'r4'));
      expect(answers.map(({ session, server }) => `${session} ${server}`)).toContain('alone null');
    });

    test('replace a player’s earlier answer', async () => {
      const store = await open('r1');
      await together(store, { r1: (state) => answered(state, ana, [0]) });
      await together(store, { r1: (state) => answered(state, ana, [1], NOW + 9) });
      expect(await got(store, 'r1')).toMatchObject({
        version: 3,
        state: { answers: { [ana.id]: { picks: [1], at: NOW + 9 } } },
      });
    });

    test('are saved but for those that somebody else has saved meanwhile', async () => {
      const store = await open('r1', 'r2');
      const changes = [await got(store, 'r1'), await got(store, 'r2')].map((round) => ({
        round,
        next: answered(round.state, ana, [0]),
      }));
      await change(store, 'r1', (state) => answered(state, ben, [1]));
      expect(await store.rounds.saveAll(changes)).toEqual(new Set(['r2']));
      expect(Object.keys((await got(store, 'r1')).state.answers)).toEqual([ben.id]);
      expect(Object.keys((await got(store, 'r2')).state.answers)).toEqual([ana.id]);
      const { participants = [] } = await database().dump();
      expect(participants).toHaveLength(3); // the host twice, who is Ana, and Ben
    });

    test('may be none', async () => {
      const store = await open();
      expect(await store.rounds.saveAll([])).toEqual(new Set());
    });
  });
}
