import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standings } from '../../../src/core/quiz/standings.ts';
import type { Standing } from '../../../src/core/quiz/types.ts';
import { Game } from './game.ts';
import { picks, setupOf } from './questions.ts';
import { scoreOf } from './scorer.ts';

/** A click, milliseconds after its question's message, and how long each of its deliveries takes. */
interface Sent {
  name: string;
  letter: string;
  second: number;
  delays: number[];
}

const anyClick: fc.Arbitrary<Sent> = fc.record({
  name: fc.constantFrom('ana', 'ben', 'cy'),
  letter: fc.constantFrom('A', 'B', 'C'),
  second: fc.integer({ min: 0, max: 60 }),
  delays: fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 3 }),
});

const rounds = fc.array(fc.array(anyClick, { minLength: 1, maxLength: 12 }), { minLength: 3, maxLength: 3 });

/** Plays a round whose clicks come in as told; somebody who never answers keeps each question open for its full time. */
function played(sent: readonly Sent[][], messy: boolean): { ranked: Standing[]; openedAt: number[] } {
  const game = new Game({ scoring: 'party' });
  const openedAt: number[] = [];
  game.order('begin');
  for (const clicks of sent) {
    const start = game.now;
    openedAt.push(start);
    game.join({ id: 'test:watcher', name: 'watcher' });
    const deliveries = clicks
      .flatMap(({ name, letter, second, delays }) =>
        (messy ? delays : [0]).map((delay) => ({
          name,
          letter,
          second,
          due: Math.min(second * 1000 + delay, 61_999),
        })),
      )
      .sort((one, other) => one.due - other.due || one.second - other.second);
    const confirmed = messy ? 1500 : 0;
    const confirm = () => {
      game.now = start + confirmed;
      game.posted('question', game.state.question, start);
    };
    if (!messy) confirm();
    for (const { name, letter, second, due } of deliveries) {
      if (game.state.phase === 'posting' && due > confirmed) confirm();
      game.now = start + due;
      game.tick();
      game.answer({ id: `test:${name}`, name }, letter, start + second * 1000);
    }
    if (game.state.phase === 'posting') confirm();
    while (game.state.phase !== 'revealed') game.due();
    game.posted('reveal');
    game.due();
  }
  return { ranked: standings(game.setup, game.state), openedAt };
}

test('clicks that come in late, twice and out of order give the standings of those that do not', () => {
  fc.assert(
    fc.property(rounds, (sent) => {
      const messy = played(sent, true);
      const orderly = played(sent, false);
      const bare = ({ player, place, right, points }: Standing) => ({ player, place, right, points });
      expect(messy.ranked.map(bare)).toEqual(orderly.ranked.map(bare));
      const clicks = sent.flatMap((one, question) =>
        one.map(({ name, letter, second }) => ({
          player: `test:${name}`,
          question,
          picks: picks(letter),
          at: second * 1000,
        })),
      );
      const graded = sent.map((_, question) => ({ question, openedAt: 0 }));
      const expected = scoreOf(setupOf({ scoring: 'party' }), graded, clicks);
      for (const { player, right, points } of messy.ranked)
        expect({ right, points }).toEqual(expected.get(player) ?? { right: 0, points: 0 });
    }),
    { numRuns: 300 },
  );
});
