import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StoreError } from '../../src/chat/errors.ts';
import type { Player, RoundEvent } from '../../src/core/quiz/types.ts';
import { openRounds, type Rounds } from '../../src/runtime/rounds.ts';
import type { Store } from '../../src/store/types.ts';
import { testClock } from '../hall/clock.ts';
import { NOW, sqliteDatabase, type TestDatabase } from '../store/databases.ts';
import { ana, answered, aRound, asking, ben, change, got } from '../store/sample.ts';

let database: TestDatabase;
let store: Store;
let rounds: Rounds;
beforeEach(async () => {
  database = await sqliteDatabase();
  store = await database.open();
  rounds = process(store);
  for (const id of ['r1', 'r2'])
    await store.rounds.add(aRound(id, `discord:${id}`, asking(aRound('', '').state, 0)));
});
afterEach(() => database.remove());

function process(store: Store, clock = testClock(NOW)): Rounds {
  return openRounds({
    store,
    views: { post: () => [], closed: () => [], tellHost: () => [] },
    platforms: () => ['discord'],
    clock,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    randomId: () => 'id',
    toSend: () => {},
  });
}

const answer = (player: Player, pick = 0, at = NOW): RoundEvent => ({
  kind: 'answer',
  player,
  question: 0,
  picks: [pick],
  at,
});
const players = Array.from(
  { length: 20 },
  (_, index): Player => ({ id: `discord:p${index}`, name: `${index}` }),
);

test('clicks that come together are saved together, and all of them are kept', async () => {
  const saves = vi.spyOn(store.rounds, 'saveAll');
  const clicks = players.flatMap((player) => ['r1', 'r2'].map((id) => rounds.act(id, answer(player))));
  const acted = await Promise.all(clicks);
  expect(acted.every((one) => one && one.refused === undefined)).toBe(true);
  expect(saves.mock.calls.length).toBeLessThan(4);
  for (const id of ['r1', 'r2']) {
    const { state } = await got(store, id);
    expect(Object.keys(state.answers)).toHaveLength(20);
    expect(Object.keys(state.players)).toHaveLength(20);
  }
});

test('a click is answered with the round as it is saved', async () => {
  await rounds.act('r1', { kind: 'join', player: ben });
  const acted = await rounds.act('r1', answer(ana, 1));
  expect(acted).toMatchObject({ round: { version: 3, state: { answers: { [ana.id]: { picks: [1] } } } } });
  expect(acted?.round).toEqual(await got(store, 'r1'));
});

test('of several clicks of one player the latest counts', async () => {
  const [first, second] = await Promise.all([
    rounds.act('r1', answer(ana, 0, NOW + 1)),
    rounds.act('r1', answer(ana, 1, NOW + 9)),
    rounds.act('r1', answer(ana, 0, NOW + 5)),
  ]);
  expect([first?.refused, second?.refused]).toEqual([undefined, undefined]);
  expect((await got(store, 'r1')).state.answers[ana.id]).toEqual({ picks: [1], at: NOW + 9 });
});

test('what another process has changed meanwhile is found out, and nothing of it is lost', async () => {
  await rounds.act('r1', answer(ana));
  const other = await database.open();
  await change(other, 'r1', (state) => answered(state, ben, [1]));
  await rounds.act('r1', answer(players[0] ?? ana));
  expect(Object.keys((await got(store, 'r1')).state.answers).sort()).toEqual(
    [ana.id, ben.id, players[0]?.id].sort(),
  );
  await change(other, 'r1', (state) => asking(state, 1));
  expect(await rounds.act('r1', answer(ben))).toMatchObject({ refused: 'closed' });
});

test('two processes take the clicks of one round in turn', async () => {
  const other = process(await database.open());
  await Promise.all(players.map((player, index) => (index % 2 ? rounds : other).act('r1', answer(player))));
  expect(Object.keys((await got(store, 'r1')).state.answers)).toHaveLength(20);
});

test('a click that cannot be saved spoils none of the others', async () => {
  const broken = { id: 'discord:broken', name: 'Eve' };
  vi.spyOn(store.rounds, 'saveAll').mockRejectedValue(new Error('Something is wrong with one of them.'));
  const all = [broken, ...players].map((player) => rounds.act('r1', answer(player)));
  expect(await Promise.all(all)).toHaveLength(21);
  expect(Object.keys((await got(store, 'r1')).state.answers)).toHaveLength(21);
});

test('while the store does not answer, all who wait are told at once, and nothing is tried alone', async () => {
  const clock = testClock(NOW);
  const began = Promise.withResolvers<void>();
  const saves = vi.spyOn(store.rounds, 'saveAll').mockImplementation(async () => {
    began.resolve();
    await new Promise(setImmediate); // more clicks have come by now
    clock.pass(1001);
    throw new StoreError('gone');
  });
  const alone = vi.spyOn(store, 'transaction');
  const waiting = process(store, clock);
  const first = waiting.act('r1', answer(ana));
  await began.promise;
  const later = players.map((player) => waiting.act('r2', answer(player)));
  const outcomes = await Promise.allSettled([first, ...later]);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(21);
  expect([saves.mock.calls.length, alone.mock.calls.length]).toEqual([1, 0]);
});

test('a click that was made elsewhere, or on no round, comes to nothing', async () => {
  expect(await rounds.act('r1', answer(ana), 'discord:r2')).toBeUndefined();
  expect(await rounds.act('r3', answer(ana))).toBeUndefined();
  expect(await rounds.act('r1', answer(ana), 'discord:r1')).toBeDefined();
});
