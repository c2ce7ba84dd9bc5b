import { beforeEach, describe, expect, test } from 'vitest';
import type { RoundState } from '../../../src/core/quiz/types.ts';
import type { Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import {
  aDaily,
  ana,
  answered,
  aPost,
  aRound,
  aSubscription,
  asking,
  ben,
  change,
  former,
  got,
  over,
  play,
} from '../sample.ts';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Nobody else's name or id holds these. */
const mia = { id: 'discord:mia-77', name: 'Mia Unmistakable' };

export function membersContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().open();
  });

  /** Mia leaves a trace in every table that can hold one, and Ben beside her. */
  const everywhere = async () => {
    await store.rounds.add(aRound('old', 'discord:1', { host: mia }));
    await play(store, 'old', 0, NOW - YEAR, [[mia, 0]]);
    await change(store, 'old', over);
    await store.ageing.total(mia.id, NOW);
    await store.rounds.add(aRound('over', 'discord:1', { host: mia }));
    await play(store, 'over', 0, NOW, [
      [mia, 1],
      [ben, 0],
    ]);
    await change(store, 'over', over);
    await store.rounds.add(aRound('live', 'discord:1', { since: NOW + 1 }));
    await play(store, 'live', 0, NOW + 1, [[mia, 0]]);
    await change(store, 'live', (state) => answered(answered(asking(state, 1), mia, [0]), ben, [1]));
    const questions = [{ deck: 'aws', question: 'q1' }];
    const solo = { player: mia.id, kind: 'solo', title: 'AWS', questions, at: NOW } as const;
    await store.solos.add({ id: 'solo', ...solo });
    const asked = { deck: 'aws', question: 'q9', topic: 'shield', picks: [1], right: false, at: NOW };
    await store.records.add({ solo: 'solo', index: 0, player: mia, ...asked });
    for (const { id } of [mia, ben]) {
      await store.members.hide('discord:guild', id, true);
      await store.reports.add({ deck: 'aws', question: 'q1', player: id, text: `from ${id}`, at: NOW });
    }
    await store.subscriptions.put({ ...aSubscription('s1', 'discord:1'), by: mia });
    const daily = aDaily('daily', 'discord:1');
    await store.dailies.add(daily);
    await store.dailies.answer(daily, { player: mia, picks: [0], at: NOW, locked: true });
    await store.dailies.answer(daily, { player: ben, picks: [1], at: NOW, locked: false });
    const names = [
      { kind: 'text', text: 'Right: ' },
      { kind: 'strong', children: [{ kind: 'text', text: mia.name }] },
      { kind: 'text', text: ', Ben' },
    ] as const;
    const reveal = aPost('1', '', 'live');
    await store.outbox.put([
      { ...reveal, dispatch: { ...reveal.dispatch, message: [{ kind: 'text', text: names }] } },
      { ...reveal, dispatch: { kind: 'direct', place: 'mia-77', message: [] } },
      { ...reveal, dispatch: { kind: 'direct', place: '2', message: [] } },
    ]);
  };

  const holding = async (what: string) =>
    Object.entries(await database().dump())
      .filter(([, rows]) => JSON.stringify(rows).includes(what))
      .map(([table]) => table);

  describe('everything that is kept of a member', () => {
    test('is there, by table', async () => {
      await everywhere();
      const rows = await store.members.everything(mia.id);
      expect(rows.participants).toMatchObject([
        { id: 'old', host: true },
        { id: 'over', place: 'discord:1', host: true, name: mia.name, right: 0 },
        { id: 'live', host: false },
      ]);
      expect(rows.answers).toHaveLength(5);
      expect(rows.answers).toContainEqual(expect.objectContaining({ kind: 'daily', picks: [0], locked: 1 }));
      expect(rows.answers).toContainEqual(expect.objectContaining({ session: 'solo', picks: [1], right: 0 }));
      expect(rows.totals).toMatchObject([{ deck: 'aws', topic: 'shield', task: '2.4', asked: 1, right: 1 }]);
      expect(rows.scores).toMatchObject([{ server: 'discord:guild', name: mia.name, asked: 1, right: 1 }]);
      expect(rows.mistakes).toMatchObject([{ question: 'q1' }, { question: 'q9' }]);
      expect(rows.solos).toMatchObject([{ questions: [{ deck: 'aws', question: 'q1' }] }]);
      expect(rows.hidden).toMatchObject([{ server: 'discord:guild' }]);
      expect(rows.reports).toMatchObject([{ text: `from ${mia.id}` }]);
      expect(rows.subscriptions).toMatchObject([
        { place: 'discord:1', schedule: { zone: 'UTC' }, subject: { deck: 'aws' } },
      ]);
      expect(rows.outbox).toMatchObject([{ kind: 'direct', place: 'mia-77' }]);
      expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
      expect(JSON.stringify(rows)).not.toContain('Ben');
    });

    // From the schema itself: a table that is added later is missed here before it is missed by a member.
    test('covers every table that names them', async () => {
      await everywhere();
      const rows = await store.members.everything(mia.id);
      const covered = Object.keys(rows).filter((table) => (rows[table] ?? []).length > 0);
      const { tablesWith } = database();
      const naming = [
        ...(await tablesWith('player')),
        ...(await holding(mia.id)),
        ...(await holding('mia-77')),
      ];
      // The states of rounds name many: what they say of one member stands beside the member's participation.
      expect(naming.filter((table) => !covered.includes(table) && table !== 'rounds')).toEqual([]);
    });
  });

  describe('a member who is forgotten', () => {
    test('is nowhere in the database any more, by id or by name', async () => {
      await everywhere();
      const live = await store.members.forget(mia.id, former);
      expect(live).toEqual(['live']);
      await change(store, 'live', forgotten);
      expect(await holding(mia.id)).toEqual([]);
      expect(await holding(mia.name)).toEqual([]);
      expect(await holding('mia-77')).toEqual([]);
      expect(Object.values(await store.members.everything(mia.id)).flat()).toEqual([]);
    });

    test('leaves the others and their scores as they were', async () => {
      await everywhere();
      const before = await store.members.everything(ben.id);
      const scores = await store.records.leaderboard('discord:guild', 0);
      await store.members.forget(mia.id, former);
      expect(await store.members.everything(ben.id)).toEqual(before);
      expect(await store.records.leaderboard('discord:guild', 0)).toEqual([
        ...scores,
        { player: former.id, name: former.name, asked: 2, right: 1 },
      ]);
      const { state } = await got(store, 'over');
      expect(state.host).toEqual(former);
      expect(state.players).toMatchObject({ [former.id]: { name: former.name }, [ben.id]: { name: 'Ben' } });
      expect(state.answers).toHaveProperty([former.id]);
      expect(Object.keys((await got(store, 'live')).state.answers).sort()).toEqual(
        [ben.id, former.id].sort(),
      );
      expect(JSON.stringify((await database().dump()).outbox)).toMatch(/former member.*, Ben/);
    });

    test('leaves what they set up for others, and their answer of the day', async () => {
      await everywhere();
      await store.members.forget(mia.id, former);
      expect(await store.subscriptions.get('s1')).toEqual({
        ...aSubscription('s1', 'discord:1'),
        by: former,
      });
      expect((await store.dailies.answers('daily')).map(({ player }) => player)).toEqual(
        expect.arrayContaining([former, ben]),
      );
    });

    test('keeps one row for each question and player, also beside another who left', async () => {
      await store.rounds.add(aRound('r1', 'discord:1'));
      await play(store, 'r1', 0, NOW, [
        [ana, 0],
        [ben, 1],
      ]);
      await store.members.forget(ana.id, former);
      await expect(store.members.forget(ben.id, former)).rejects.toThrow();
      expect((await store.members.everything(ben.id)).answers).toHaveLength(1);
      await store.members.forget(ben.id, { ...former, id: 'discord:former-2' });
      expect(Object.keys((await got(store, 'r1')).state.answers)).toHaveLength(2);
    });

    test('may be unknown', async () => {
      expect(await store.members.forget('discord:nobody', former)).toEqual([]);
    });
  });
}

/** A live round's state as whoever plays it makes it when a member is forgotten. */
function forgotten({ players, ...state }: RoundState): RoundState {
  const { [mia.id]: gone, ...others } = players;
  return { ...state, players: gone ? { ...others, [former.id]: { ...gone, name: former.name } } : others };
}
