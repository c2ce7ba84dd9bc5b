import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, weekOf } from '../../src/store/days.ts';

test('a day begins at midnight UTC', () => {
  const midnight = Date.UTC(2026, 10, 3);
  expect(dayOf(midnight) - dayOf(midnight - 1)).toBe(1);
  expect(dayOf(midnight + 24 * 60 * 60 * 1000 - 1)).toBe(dayOf(midnight));
});

test('two days are in the same week exactly when Temporal, too, says so', () => {
  const day = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 8 }), (one, more) => {
      const isoWeek = (days: number) => {
        const { yearOfWeek, weekOfYear } = new Temporal.PlainDate(1970, 1, 1).add({ days });
        return `${yearOfWeek} ${weekOfYear}`;
      };
      const week = (days: number) => weekOf(days * 24 * 60 * 60 * 1000);
      expect(week(one) === week(one + more)).toBe(isoWeek(one) === isoWeek(one + more));
    }),
  );
});
