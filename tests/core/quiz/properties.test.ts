import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standings } from '../../../src/core/quiz/standings.ts';
import { anyHappenings, anySetup, type Happening, host } from './happenings.ts';
import { scoreOf } from './scorer.ts';
import { World } from './world.ts';

const RUNS = 400;

const live = ({ state }: World) => state.deadline !== undefined;

function worldOf(setup: World['setup'], happenings: readonly Happening[]): World {
  if (!host) throw new Error('There is no host.');
  const world = new World(setup, host);
  for (const happening of happenings) happening.in(world);
  return world;
}

const anyWorld = fc.tuple(anySetup, anyHappenings);

describe('whatever happens, in any order, twice, late or never', () => {
  test('what must hold in each state does, and the scores are those of the clicks in order', () => {
    fc.assert(
      fc.property(anyWorld, ([setup, happenings]) => {
        const world = worldOf(setup, happenings);
        const expected = scoreOf(setup, world.graded, world.clicks);
        const none = { right: 0, points: 0 };
        for (const { player, right, points } of standings(setup, world.state)) {
          expect({ right, points }).toEqual(expected.get(player) ?? none);
          expect({ right, points }).toEqual(world.marked.get(player) ?? none);
        }
        for (const player of expected.keys()) expect(world.state.players).toHaveProperty([player]);
      }),
      { numRuns: RUNS },
    );
  });

  test('a round ends when only time passes', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 0, max: 3_600_000 }), ([setup, happenings], late) => {
        const world = worldOf(setup, happenings);
        for (let ticks = 0; ticks < 5 && live(world); ticks++) {
          world.now = Math.max(world.now, world.state.deadline ?? 0) + late;
          world.happens({ kind: 'tick' });
        }
        expect(live(world)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  test('a round ends when nobody does anything and its messages are posted, and leaves no controls behind', () => {
    fc.assert(
      fc.property(anyWorld, ([setup, happenings]) => {
        const world = worldOf(setup, happenings);
        for (let turns = 0; turns < 6 * setup.questions.length && live(world); turns++) {
          while (world.waiting.length > 0) world.delivers('posted');
          world.now = Math.max(world.now, world.state.deadline ?? 0);
          world.happens({ kind: 'tick' });
        }
        expect(live(world)).toBe(false);
        while (world.waiting.length > 0) world.delivers('posted');
        expect([...world.controls]).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('it can be stopped', () => {
    fc.assert(
      fc.property(anyWorld, ([setup, happenings]) => {
        const world = worldOf(setup, happenings);
        world.happens({ kind: 'stop', by: { ...world.state.host, moderates: false } });
        expect(live(world)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });
});
