import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { since } from '../../../commands/quiz/leaderboard.ts';
import type { Mark, Player } from '../../../src/core/quiz/types.ts';
import { letAge } from '../../../src/runtime/retention.ts';
import type { Store, Tables } from '../../../src/store/types.ts';
import { NOW, type TestDatabase } from '../databases.ts';
import { aDaily, ana, answered, aQuestion, aRound, aSubscription, asking, ben, over } from '../sample.ts';

const DAY = 24 * 60 * 60 * 1000;
const cem: Player = { id: 'discord:3', name: 'Cem' };
const players = [ana, ben, cem];
const servers = ['discord:guild', 'discord:other'];

interface Session {
  kind: 'group' | 'daily' | 'solo';
  /** How long ago. */
  days: number;
  server?: string;
  /** Which of three. */
  question: number;
  /** For each player: right, wrong, answered and never marked, or not answered. */
  answers: readonly ('right' | 'wrong' | 'unmarked' | 'none')[];
}

const session: fc.Arbitrary<Session> = fc.record(
  {
    kind: fc.constantFrom('group', 'group', 'daily', 'solo'),
    // Around the weeks in which answers become totals, and lately.
    days: fc.oneof(fc.integer({ min: 176, max: 196 }), fc.integer({ min: 0, max: 12 })),
    server: fc.constantFrom(...servers),
    question: fc.nat({ max: 2 }),
    answers: fc.tuple(...players.map(() => fc.constantFrom('right', 'right', 'wrong', 'unmarked', 'none'))),
  },
  { requiredKeys: ['kind', 'days', 'question', 'answers'] },
);

/** Stores it as it is when it is over. Members are called otherwise each time. */
async function hold(tables: Tables, { kind, days, server, question, answers }: Session, index: number) {
  const id = `s${index}`;
  const at = NOW - days * DAY + index;
  const said = answers.flatMap((what, who) => {
    const player = players[who];
    return !player || what === 'none'
      ? []
      : [{ player: { ...player, name: `${player.name} ${index}` }, what }];
  });
  const marks: Mark[] = said
    .filter(({ what }) => what !== 'unmarked')
    .map(({ player, what }) => ({ player: player.id, right: what === 'right', points: 1 }));
  const { server: _fixed, ...bare } = aRound(id, `discord:place-${index}`);
  const asked = aQuestion(`q${question + 1}`, question === 0 ? '2.4' : undefined);
  if (kind === 'solo') {
    await tables.solos.add({ id, player: ana.id, kind, title: '', questions: [], at });
    for (const [position, { player, what }] of said.entries()) {
      const { deck, id: question, topic, task } = asked;
      const about = { deck, question, topic: topic.id, ...(task !== undefined && { task }) };
      const answer = { solo: id, index: position, player, ...about, picks: [0], at };
      await tables.records.add({ ...answer, right: what === 'right' });
    }
  } else if (kind === 'daily') {
    const { server: _same, ...plain } = aDaily(id, bare.place);
    const daily = { ...plain, question: asked, at, ...(server !== undefined && { server }) };
    await tables.dailies.add(daily);
    for (const { player } of said)
      await tables.dailies.answer(daily, { player, picks: [0], at, locked: false });
    await tables.dailies.close(daily, marks, at);
  } else {
    await tables.rounds.add({ ...bare, ...(server !== undefined && { server }) });
    const change = async (next: (state: typeof bare.state) => typeof bare.state) => {
      const round = await tables.rounds.get(id);
      if (round) await tables.rounds.save(round, next(round.state));
    };
    await change((state) =>
      said.reduce((so, { player }) => answered(so, player, [0], at), asking(state, question, at)),
    );
    const round = await tables.rounds.get(id);
    if (round) await tables.records.mark(round, question, marks, at);
    await change((state) => over(state, at));
  }
}

/** Everything that members are shown of it. */
async function shown({ records }: Store, now: number) {
  const moments = (['all', 'month', 'week'] as const).map((period) => since(period, now));
  const here = servers.flatMap((server) => moments.map((moment) => ({ server, moment })));
  return {
    progress: await Promise.all(players.map(({ id }) => records.progress(id))),
    boards: await Promise.all(here.map(({ server, moment }) => records.leaderboard(server, moment))),
    scores: await Promise.all(
      here.flatMap(({ server, moment }) => players.map(({ id }) => records.score(server, moment, id))),
    ),
  };
}

async function age(store: Store, now: number): Promise<void> {
  for await (const _portion of letAge({ store, clock: { now: () => now, at: () => () => {} } }));
}

export function ageingContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().open();
  });
  const rows = async (table: string) => (await database().dump())[table] ?? [];

  describe('what has become old', () => {
    test('counts as it did before, whatever was answered when', async () => {
      let index = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(session, { minLength: 5, maxLength: 30 }), async (sessions) => {
          await store.transaction(async (tables) => {
            for (const { id } of players)
              await tables.members.forget(id, { id: `former:${index++}`, name: '' });
            for (const one of sessions) await hold(tables, one, index++);
          });
          for (const now of [NOW, NOW + 45 * DAY, NOW + 300 * DAY]) {
            const before = await shown(store, now);
            await age(store, now);
            expect(await shown(store, now)).toEqual(before);
            const oldest = Math.min(...(await rows('answers')).map(({ at }) => Number(at)));
            expect(oldest).toBeGreaterThan(now - 187 * DAY);
          }
        }),
        { numRuns: 4 },
      );
    });

    test('is added up once, whoever does so at the same time', async () => {
      await store.transaction(async (tables) => {
        for (let index = 0; index < 20; index += 1)
          await hold(tables, { kind: 'group', days: 30 + 7 * index, question: 0, answers: ['right'] }, index);
      });
      const before = await shown(store, NOW);
      const other = await database().open();
      const atOnce = () =>
        Promise.all([store, other, store, other].map((one) => one.ageing.total(ana.id, NOW)));
      while ((await atOnce()).includes(true));
      expect(await shown(store, NOW)).toEqual(before);
      expect(await rows('totals')).toMatchObject([{ player: ana.id, asked: 20, right: 20 }]);
    });

    test('is gone after 180 days but for the totals', async () => {
      const all: readonly Session['kind'][] = ['group', 'daily', 'solo'];
      await store.transaction(async (tables) => {
        for (const [index, kind] of [...all, ...all].entries()) {
          const days = index < 3 ? 190 : 170;
          await hold(tables, { kind, days, server: 'discord:guild', question: 0, answers: ['wrong'] }, index);
        }
      });
      await age(store, NOW);
      const kept = { rounds: ['s3'], dailies: ['s4'], solos: ['s5'] };
      for (const [table, ids] of Object.entries(kept))
        expect((await rows(table)).map(({ id }) => id)).toEqual(ids);
      for (const table of ['setups', 'participants'])
        expect((await rows(table)).map(({ round }) => round)).toEqual(['s3']);
      expect((await rows('answers')).map(({ session }) => session).sort()).toEqual(['s3', 's4', 's5']);
      expect((await rows('asked')).map(({ place }) => place).sort()).toEqual([
        'discord:place-3',
        'discord:place-4',
      ]);
      expect(await rows('totals')).toMatchObject([{ player: ana.id, topic: 'shield', asked: 3, right: 0 }]);
      expect(await rows('scores')).toMatchObject([{ player: ana.id, name: 'Ana 1', asked: 1, right: 0 }]);
      expect(await store.records.mistakes(ana.id)).toHaveLength(1);
    });

    test('does not take from a place that plays on what it has been asked, nor a live round', async () => {
      await store.transaction(async (tables) => {
        await hold(tables, { kind: 'group', days: 190, question: 0, answers: ['right'] }, 0);
        await tables.rounds.add(aRound('live', 'discord:place-0'));
      });
      await age(store, NOW);
      expect([...(await store.rounds.seen('discord:place-0')).keys()]).toEqual(['aws/q1']);
      expect((await rows('rounds')).map(({ id }) => id)).toEqual(['live']);
    });

    test('leaves the tips that a place has seen while it has a subscription', async () => {
      await store.subscriptions.put(aSubscription('one', 'discord:on'));
      for (const place of ['discord:on', 'discord:off']) await store.subscriptions.setShown(place, ['tip']);
      await age(store, NOW + 170 * DAY);
      expect(await rows('shown')).toHaveLength(2);
      await age(store, NOW + 190 * DAY);
      expect((await rows('shown')).map(({ place }) => place)).toEqual(['discord:on']);
    });
  });
}
