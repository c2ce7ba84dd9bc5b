import { beforeEach, describe, expect, test } from 'vitest';
import type { MarkedAnswer, Store } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { ana, aRound, ben, change, over, play } from '../sample.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const guild = 'discord:guild';

function solo(index: number, right: boolean, at: number): MarkedAnswer {
  const picks = [right ? 0 : 1];
  const asked = { deck: 'aws', question: `q${index + 1}`, topic: 'shield' };
  return { solo: 'solo', index, player: ana, ...asked, picks, right, at };
}

export function recordsContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().open();
  });

  /** A round with one question, over at once. */
  const round = async (id: string, question: number, at: number, answers: Parameters<typeof play>[4]) => {
    await store.rounds.add(aRound(id, `discord:${id}`));
    await play(store, id, question, at, answers);
    await change(store, id, over);
  };

  describe('the leaderboard', () => {
    test('counts right answers, then the share that was right', async () => {
      const cem = { id: 'discord:3', name: 'Cem' };
      await round('r1', 0, NOW, [
        [ana, 0],
        [ben, 0],
        [cem, 1],
      ]);
      await round('r2', 1, NOW, [
        [ana, 1],
        [ben, 0],
      ]);
      await round('r3', 2, NOW, [[cem, 0]]);
      expect(await store.records.leaderboard(guild, 0)).toEqual([
        { player: ben.id, name: 'Ben', asked: 2, right: 2 },
        { player: ana.id, name: 'Ana', asked: 2, right: 1 },
        { player: cem.id, name: 'Cem', asked: 2, right: 1 },
      ]);
      expect(await store.records.score(guild, 0, ana.id)).toEqual({
        player: ana.id,
        name: 'Ana',
        asked: 2,
        right: 1,
      });
      expect(await store.records.leaderboard('discord:other', 0)).toEqual([]);
      expect(await store.records.score(guild, 0, 'discord:9')).toBeUndefined();
    });

    test('counts a question once in a week: the first answer', async () => {
      const sunday = Date.UTC(2026, 10, 8, 23, 59);
      const monday = sunday + 2 * 60_000;
      await round('r1', 0, sunday - HOUR, [[ana, 1]]);
      await round('r2', 0, sunday, [[ana, 0]]);
      expect(await store.records.score(guild, 0, ana.id)).toMatchObject({ asked: 1, right: 0 });
      await round('r3', 0, monday, [[ana, 0]]);
      expect(await store.records.score(guild, 0, ana.id)).toMatchObject({ asked: 2, right: 1 });
    });

    test('begins at a moment, and a first answer before it is still the first', async () => {
      await round('r1', 0, NOW, [[ana, 0]]);
      await round('r2', 0, NOW + HOUR, [[ana, 0]]);
      await round('r3', 1, NOW + HOUR, [[ben, 0]]);
      expect(await store.records.leaderboard(guild, NOW + 1)).toMatchObject([{ player: ben.id, asked: 1 }]);
      expect(await store.records.leaderboard(guild, NOW)).toHaveLength(2);
    });

    test('leaves out whoever is hidden there, answers that are not marked, and what is played alone', async () => {
      await store.rounds.add(aRound('live', 'discord:live'));
      await change(store, 'live', (state) => ({
        ...state,
        question: 0,
        answers: { [ana.id]: { picks: [0], at: NOW } },
      }));
      await store.solos.add({
        id: 'solo',
        player: ana.id,
        kind: 'solo',
        title: 'AWS',
        questions: [],
        at: NOW,
      });
      await store.records.add(solo(0, true, NOW));
      expect(await store.records.leaderboard(guild, 0)).toEqual([]);
      await round('r1', 0, NOW, [
        [ana, 0],
        [ben, 0],
      ]);
      await store.members.hide(guild, ana.id, true);
      await store.members.hide('discord:other', ben.id, true);
      expect(await store.records.leaderboard(guild, 0)).toMatchObject([{ player: ben.id }]);
      expect(await store.records.score(guild, 0, ana.id)).toMatchObject({ right: 1 });
    });

    test('shows the latest name', async () => {
      await round('r1', 0, NOW, [[ana, 0]]);
      await round('r2', 1, NOW + HOUR, [[{ ...ana, name: 'Anastasia' }, 0]]);
      await round('r3', 2, NOW + 1, [[{ ...ana, name: 'A\0na' }, 0]]);
      expect(await store.records.leaderboard(guild, 0)).toMatchObject([{ name: 'Anastasia', right: 3 }]);
    });
  });

  describe('mistakes', () => {
    const questions = async () => (await store.records.mistakes(ana.id)).map(({ question }) => question);

    test('are wrong answers of groups and alone, the latest first', async () => {
      await round('r1', 0, NOW, [
        [ana, 1],
        [ben, 0],
      ]);
      await store.solos.add({
        id: 'solo',
        player: ana.id,
        kind: 'solo',
        title: 'AWS',
        questions: [],
        at: NOW,
      });
      await store.records.add(solo(1, false, NOW + 5));
      expect(await store.records.mistakes(ana.id)).toEqual([
        { deck: 'aws', question: 'q2', at: NOW + 5 },
        { deck: 'aws', question: 'q1', at: NOW },
      ]);
      expect(await store.records.mistakes(ben.id)).toEqual([]);
    });

    test('are gone after two right answers on different days, not on one', async () => {
      await round('r1', 0, NOW, [[ana, 1]]);
      await round('r2', 0, NOW + DAY, [[ana, 0]]);
      await round('r3', 0, NOW + DAY + HOUR, [[ana, 0]]);
      expect(await questions()).toEqual(['q1']);
      await round('r4', 0, NOW + 2 * DAY, [[ana, 0]]);
      expect(await questions()).toEqual([]);
    });

    test('begin anew with another wrong answer', async () => {
      await round('r1', 0, NOW, [[ana, 1]]);
      await round('r2', 0, NOW + DAY, [[ana, 0]]);
      await round('r3', 0, NOW + 2 * DAY, [[ana, 1]]);
      await round('r4', 0, NOW + 3 * DAY, [[ana, 0]]);
      expect(await store.records.mistakes(ana.id)).toEqual([
        { deck: 'aws', question: 'q1', at: NOW + 2 * DAY },
      ]);
    });
  });

  describe('what is answered alone', () => {
    test('counts once, and is listed in the order of its questions', async () => {
      const questions = [1, 2].map((index) => ({ deck: 'aws', question: `q${index}` }));
      const session = {
        id: 'solo',
        player: ana.id,
        kind: 'practice',
        title: 'AWS',
        questions,
        at: NOW,
      } as const;
      await store.solos.add(session);
      expect(await store.solos.get('solo')).toEqual(session);
      expect(await store.solos.get('none')).toBeUndefined();
      expect(await store.records.add(solo(1, false, NOW))).toBe(true);
      expect(await store.records.add(solo(0, true, NOW))).toBe(true);
      expect(await store.records.add(solo(1, true, NOW + 1))).toBe(false);
      expect(await store.solos.answers('solo')).toEqual([
        { index: 0, picks: [0], right: true },
        { index: 1, picks: [1], right: false },
      ]);
      expect(await store.records.mistakes(ana.id)).toHaveLength(1);
    });

    test('is not kept when its session is gone', async () => {
      expect(await store.records.add(solo(0, false, NOW))).toBe(false);
      expect(await store.records.mistakes(ana.id)).toEqual([]);
    });
  });

  test('progress adds up all answers that are marked, by topic and task', async () => {
    await round('r1', 0, NOW, [[ana, 0]]);
    await round('r2', 0, NOW + WEEK, [[ana, 1]]);
    await round('r3', 1, NOW, [
      [ana, 0],
      [ben, 0],
    ]);
    await store.solos.add({ id: 'solo', player: ana.id, kind: 'solo', title: 'AWS', questions: [], at: NOW });
    await store.records.add(solo(2, true, NOW));
    const progress = await store.records.progress(ana.id);
    expect(progress).toHaveLength(2);
    expect(progress).toContainEqual({ deck: 'aws', topic: 'shield', task: '2.4', asked: 2, right: 1 });
    expect(progress).toContainEqual({ deck: 'aws', topic: 'shield', asked: 2, right: 2 });
  });
}
