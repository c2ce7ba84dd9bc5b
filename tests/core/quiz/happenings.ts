import fc from 'fast-check';
import type { Controller, RoundSetup } from '../../../src/core/quiz/types.ts';
import { question, setupOf } from './questions.ts';
import type { World } from './world.ts';

const people: readonly Controller[] = ['hugo', 'ana', 'ben', 'cy', 'mo'].map((name) => ({
  id: `test:${name}`,
  name,
  moderates: name === 'mo',
}));
export const [host] = people;

const anyone = fc.constantFrom(...people);
const seconds = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((tenths) => tenths * 100);
/** Which question is meant, counted from the one being played: mostly that one. */
const offset = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(-1, 1));

/** Mostly somebody who may: the host or a moderator. */
const leader = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...people.slice(0, 1), ...people.slice(-1)) },
  anyone,
);
const anyAnswer = fc.record({
  player: anyone,
  one: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 0, max: 4 })),
  more: fc.oneof({ weight: 5, arbitrary: fc.constant(3) }, fc.integer({ min: 0, max: 7 })),
  from: offset,
  late: seconds(5),
});

/** Something that may happen in a world, told so that a failure can be read. */
export interface Happening {
  name: string;
  what: unknown;
  in(world: World): void;
}

/** A day without anybody is rare: it ends most rounds. */
const SOON = 120_000;

/** What may happen, each so many times in a hundred or so. */
const happenings: { weight: number; arbitrary: fc.Arbitrary<Happening> }[] = [
  often('wait', 6, seconds(20), (world, ms) => {
    world.now += ms;
  }),
  often('tick', 4, fc.constant(undefined), (world) => world.happens({ kind: 'tick' })),
  often('due', 20, fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, seconds(30)), (world, late) => {
    const { deadline = world.now } = world.state;
    if (deadline - world.now > SOON) return;
    world.now = Math.max(world.now, deadline + late);
    world.happens({ kind: 'tick' });
  }),
  often('give up', 1, fc.constant(undefined), (world) => {
    world.now = Math.max(world.now, world.state.deadline ?? 0);
    world.happens({ kind: 'tick' });
  }),
  often('posted', 30, seconds(3), (world, late) => world.delivers('posted', late)),
  often('failed', 3, fc.constantFrom('refused' as const, 'twice' as const), (world, how) =>
    world.delivers(how),
  ),
  often('join', 5, anyone, (world, { id, name }) => world.happens({ kind: 'join', player: { id, name } })),
  often('answer', 30, anyAnswer, (world, { player: { id, name }, one, more, from, late }) => {
    const question = world.state.question + from;
    const count = world.setup.questions[question]?.choices.filter(({ right }) => right).length;
    const picks = count === 2 || more > 6 ? [one, more] : [one];
    world.happens({ kind: 'answer', player: { id, name }, question, picks, at: world.now - late });
  }),
  often(
    'order',
    5,
    fc.tuple(leader, fc.constantFrom('begin', 'skip', 'pause', 'resume')),
    (world, [by, kind]) => world.happens({ kind, by }),
  ),
  often('resume', 4, leader, (world, by) => {
    if (world.state.phase === 'paused') world.happens({ kind: 'resume', by });
  }),
  often('stop', 1, leader, (world, by) => world.happens({ kind: 'stop', by })),
  often(
    'press',
    6,
    fc.tuple(anyone, fc.constantFrom('reveal', 'next', 'hold'), offset),
    (world, [by, kind, from]) => world.happens({ kind, by, question: world.state.question + from }),
  ),
  often('restart', 2, seconds(90), (world, away) => {
    world.now += away;
    world.happens({ kind: 'restart', away });
  }),
  often('forget', 1, anyone, (world, { id }) =>
    world.happens({ kind: 'forget', player: id, as: world.newPlayer('former') }),
  ),
  often('again', 10, fc.nat(), (world, index) => {
    const event = world.past[index % world.past.length];
    if (event && event.kind !== 'forget' && event.kind !== 'stop') world.happens(event);
  }),
];

function often<T>(
  name: string,
  weight: number,
  what: fc.Arbitrary<T>,
  happens: (world: World, what: T) => void,
) {
  return {
    weight,
    arbitrary: what.map((it): Happening => ({ name, what: it, in: (world) => happens(world, it) })),
  };
}

/** Anything that may happen to a round, in any order, twice, late or never. */
export const anyHappenings: fc.Arbitrary<Happening[]> = fc.array(fc.oneof(...happenings), {
  maxLength: 150,
  size: 'max',
});

export const anySetup: fc.Arbitrary<RoundSetup> = fc
  .record({
    seconds: fc.constantFrom(10, 60, null),
    scoring: fc.constantFrom('study' as const, 'party' as const),
  })
  .map((parts) =>
    setupOf({
      ...parts,
      questions: [question('q0'), question('q1', 'BD'), question('q2'), question('q3', 'A')],
    }),
  );
