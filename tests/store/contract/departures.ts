import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aDaily, ana, aPost, aRound, aSubscription, aTip, ben, change, over, play } from '../sample.ts';

const YEAR = 365 * 24 * 60 * 60 * 1000;
const gone = 'discord:gone-77';
/** It was not among the servers that the bot is in. */
const seen = { at: NOW, told: false };

export function departuresContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().open();
  });

  /** A server leaves a trace in every table that can hold one. */
  const everywhere = async (server: string) => {
    const place = (what: string) => `discord:${what}-of-${server}`;
    for (const [index, at] of [NOW - YEAR, NOW, NOW].entries()) {
      const id = `r${index} ${server}`;
      await store.rounds.add({ ...aRound(id, place('room')), server });
      await play(store, id, index, at, [
        [ana, 0],
        [ben, 1],
      ]);
      await change(store, id, (state) => over(state, NOW));
    }
    await store.ageing.total(ana.id, NOW);
    const daily = { ...aDaily(`d ${server}`, place('room')), server };
    await store.dailies.add(daily);
    await store.dailies.answer(daily, { player: ana, picks: [0], at: NOW, locked: true });
    await store.subscriptions.put({ ...aSubscription(`s ${server}`, place('tips')), server });
    await store.subscriptions.claim(`s ${server}`, '2026-11-02', NOW);
    await store.subscriptions.setShown(place('tips'), ['tip']);
    await store.outbox.put([
      { ...aPost(`room-of-${server}`, 'reveal', `r2 ${server}`) },
      aTip(`tips-of-${server}`, 'tip', `s ${server}`),
    ]);
    await store.servers.put(server, { starters: 'moderators', hiddenDecks: [] }, NOW);
    await store.members.hide(server, ana.id, true);
    await store.reports.add({ deck: 'aws', question: 'q1', server, player: ben.id, text: '', at: NOW });
  };

  const forget = async (server: string) => {
    while (await store.departures.forget(server, 1));
  };

  const holding = async (what: string) =>
    Object.entries(await database().dump())
      .filter(([, rows]) => JSON.stringify(rows).includes(what))
      .map(([table]) => table);

  describe('a server that is forgotten', () => {
    test('is named nowhere any more, nor are its places', async () => {
      await everywhere(gone);
      await store.departures.note(gone, seen);
      // From the schema itself: what is added later must be forgotten, too.
      const naming = await database().tablesWith('server');
      expect(await holding(gone)).toEqual(expect.arrayContaining(naming));
      await forget(gone);
      expect(await holding('gone-77')).toEqual(['answers']); // as a part of their sessions' ids
      expect((await database().dump()).answers?.map(({ server }) => server)).not.toContain(gone);
    });

    test('leaves to its members what they have answered', async () => {
      await everywhere(gone);
      const before = await Promise.all([ana, ben].map(({ id }) => store.records.progress(id)));
      await forget(gone);
      expect(await Promise.all([ana, ben].map(({ id }) => store.records.progress(id)))).toEqual(before);
      expect(await store.records.leaderboard(gone, 0)).toEqual([]);
    });

    test('takes nothing from others', async () => {
      await everywhere('discord:here');
      const before = await database().dump();
      await everywhere(gone);
      await forget(gone);
      const after = await database().dump();
      for (const table of ['rounds', 'setups', 'participants', 'asked', 'shown', 'subscriptions', 'claims'])
        expect(after[table]).toEqual(before[table]);
      for (const table of ['dailies', 'outbox', 'servers', 'hidden', 'reports', 'scores'])
        expect(after[table]).toEqual(before[table]);
      expect(await store.records.leaderboard('discord:here', 0)).toHaveLength(1);
    });
  });

  describe('servers of which anything is kept', () => {
    test('are listed in order, some at a time, with when they went', async () => {
      const [one, two, three] = ['discord:1', 'discord:2', 'discord:3'];
      await store.reports.add({
        deck: 'aws',
        question: 'q1',
        server: three,
        player: ben.id,
        text: '',
        at: 1,
      });
      await store.servers.put(one, { starters: 'everyone', hiddenDecks: [] }, NOW);
      await store.members.hide(one, ana.id, true);
      await store.departures.note(two, seen);
      await store.departures.note(two, { at: NOW + 5, told: false });
      expect(await store.departures.servers('', 2)).toEqual([{ server: one }, { server: two, gone: seen }]);
      expect(await store.departures.servers(two, 2)).toEqual([{ server: three }]);
      expect(await store.departures.servers(three, 2)).toEqual([]);
      await store.departures.clear(two);
      expect(await store.departures.servers(one, 2)).toEqual([{ server: three }]);
    });

    test('what the platform has told takes the place of what was seen, and of what it told before', async () => {
      const told = (at: number) => ({ at, told: true });
      const noted = async () => (await store.departures.servers('', 1))[0]?.gone;
      await store.departures.note(gone, seen);
      await store.departures.note(gone, told(NOW + 5));
      expect(await noted()).toEqual(told(NOW + 5));
      await store.departures.note(gone, { at: NOW + 7, told: false });
      expect(await noted()).toEqual(told(NOW + 5));
      await store.departures.note(gone, told(NOW + 9));
      expect(await noted()).toEqual(told(NOW + 9));
    });
  });
}
