import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTip, type TipCandidate } from '../../../src/core/tips/choose.ts';

/** A tip such as `net.1` of a category `net`, or `.1` without one; topics have the names of tips but for the last letter. */
function tip(id: string): TipCandidate {
  const [category = '', name = ''] = id.split('.');
  const topic = { id: name.slice(0, -1), name };
  return { deck: 'deck', topic, ...(category !== '' && { category }), id, text: id };
}

const tips = (...ids: string[]) => ids.map(tip);
const categories = (some: readonly TipCandidate[]) => some.map(({ category }) => category);
const ids = (some: readonly TipCandidate[]) => some.map(({ id }) => id);
const pairs = <T>(some: readonly T[]) => some.slice(1).map((one, index) => [some[index], one]);

/** A place where tips are shown, one after the other. */
class Place {
  readonly all: TipCandidate[] = [];
  /** How many had been shown when a new cycle began. */
  readonly starts: number[] = [0];
  readonly #seed: string;
  #cycle: string[] = [];

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Shows so many tips, and gives them. */
  show(some: readonly TipCandidate[], count: number): TipCandidate[] {
    const before = this.all.length;
    for (let round = 0; round < count; round += 1) {
      const chosen = chooseTip(some, this.#cycle, this.#seed);
      if (chosen === undefined) break;
      if (this.#cycle.includes(chosen.id)) {
        this.starts.push(this.all.length);
        this.#cycle = [];
      }
      this.#cycle.push(chosen.id);
      this.all.push(chosen);
    }
    return this.all.slice(before);
  }
}

describe('the tip to show next', () => {
  test('is none where there are none', () => {
    expect(chooseTip([], [], 'here')).toBeUndefined();
    expect(chooseTip([], ['gone'], 'here')).toBeUndefined();
  });

  test('is the only one again and again', () => {
    expect(ids(new Place('here').show(tips('net.1'), 3))).toEqual(['net.1', 'net.1', 'net.1']);
  });

  test('is the same for a place whenever it is asked for, and in another order in another place', () => {
    const some = tips(...Array.from({ length: 12 }, (_, index) => `.${index}`));
    const first = ids(new Place('here').show(some, 12));
    expect(ids(new Place('here').show(some.toReversed(), 12))).toEqual(first);
    expect(ids(new Place('there').show(some, 12))).not.toEqual(first);
  });

  test('comes in another order when all have been shown', () => {
    const some = tips(...Array.from({ length: 12 }, (_, index) => `.${index}x`));
    const shown = ids(new Place('here').show(some, 24));
    expect(shown.slice(12)).not.toEqual(shown.slice(0, 12));
  });

  test('is of another category, however many more there are of one', () => {
    const some = tips('net.1', 'net.2', 'net.3', 'key.1', 'log.1');
    for (const seed of 'abcdefghij')
      expect(categories(new Place(seed).show(some, 5)).filter((_, index) => index % 2 === 0)).toEqual([
        'net',
        'net',
        'net',
      ]);
  });

  test('is of another topic where there is one category only', () => {
    const some = tips('net.waf1', 'net.waf2', 'net.vpn1', 'net.vpn2');
    for (const seed of 'abcdefghij') {
      const topics = new Place(seed).show(some, 8).map(({ topic }) => topic.id);
      expect(pairs(topics).filter(([one, next]) => one === next)).toEqual([]);
    }
  });

  test('is not the one just shown, if there are two of one topic', () => {
    for (const seed of 'abcdefghij') {
      const shown = ids(new Place(seed).show(tips('.waf1', '.waf2'), 6));
      expect(pairs(shown).filter(([one, next]) => one === next)).toEqual([]);
    }
  });

  test('is a new one as soon as it is there, before any comes again', () => {
    const place = new Place('here');
    const some = tips('net.1', 'key.1', 'log.1');
    place.show(some, 3);
    expect(ids(place.show([...some, tip('app.1')], 1))).toEqual(['app.1']);
  });

  test('does not mind those that are gone', () => {
    const place = new Place('here');
    place.show(tips('net.1', 'key.1', 'log.1'), 2);
    const left = tips('app.1', 'app.2');
    expect(ids(place.show(left, 2)).sort()).toEqual(['app.1', 'app.2']);
  });
});

const anyTips = fc
  .uniqueArray(fc.tuple(fc.constantFrom('', 'net', 'key', 'log'), fc.nat({ max: 99 })), {
    minLength: 1,
    maxLength: 25,
    selector: ([category, number]) => `${category}.${number}`,
  })
  .map((some) => some.map(([category, number]) => tip(`${category}.${number}`)));

/** What neighbours are to differ in: the category, or else the topic. */
const kindOf = ({ category, topic }: TipCandidate) => category ?? `topic ${topic.id}`;

describe('any tips in any place', () => {
  test('none comes twice before all were shown, again and again', () => {
    fc.assert(
      fc.property(anyTips, fc.string(), (some, seed) => {
        const shown = new Place(seed).show(some, some.length * 3);
        for (const cycle of [0, 1, 2]) {
          const those = shown.slice(cycle * some.length, (cycle + 1) * some.length);
          expect(ids(those).sort()).toEqual(ids(some).sort());
        }
      }),
    );
  });

  test('neighbours differ in category wherever they can', () => {
    fc.assert(
      fc.property(anyTips, fc.string(), (some, seed) => {
        const counts = Map.groupBy(some, kindOf);
        fc.pre(new Set(categories(some)).size > 1 && counts.size > 1);
        const place = new Place(seed);
        const first = place.show(some, some.length);
        const [next] = place.show(some, 1);
        const most = Math.max(...counts.values().map(({ length }) => length));
        const same = pairs(first.map(kindOf)).filter(([one, other]) => one === other);
        expect(same).toHaveLength(Math.max(0, 2 * most - some.length - 1));
        expect(next && kindOf(next)).not.toBe(kindOf(first.at(-1) ?? tip('')));
      }),
    );
  });

  test('tips that come and go change nothing for the others: each comes once in a cycle, and all do', () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 24 }), fc.nat({ max: 5 })), { maxLength: 12 });
    fc.assert(
      fc.property(anyTips, changes, fc.string(), (all, changes, seed) => {
        const place = new Place(seed);
        let some = all;
        for (const [index, count] of changes) {
          const changed = all[index % all.length];
          some = some.includes(changed ?? tip('')) ? some.filter((one) => one !== changed) : all;
          const starts = place.starts.length;
          place.show(some, count);
          const cycle = place.all.slice(place.starts.at(-1));
          expect(new Set(ids(cycle)).size).toBe(cycle.length);
          if (place.starts.length > starts) {
            const previous = ids(place.all.slice(place.starts.at(-2), place.starts.at(-1)));
            expect(some.filter(({ id }) => !previous.includes(id))).toEqual([]);
          }
        }
      }),
    );
  });

  test('the rest keep their order where each is of a category of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 20 }), fc.nat(), fc.string(), (count, gone, seed) => {
        const some = tips(...Array.from({ length: count }, (_, index) => `${index}.1`));
        const shown = ids(new Place(seed).show(some, count));
        const left = shown.toSpliced(1 + (gone % (count - 1)), 1);
        const place = new Place(seed);
        place.show(some, 1);
        place.show(
          some.filter(({ id }) => left.includes(id)),
          left.length - 1,
        );
        expect(ids(place.all)).toEqual(left);
      }),
    );
  });
});
