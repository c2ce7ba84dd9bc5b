import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysInWords, readDays } from '../../../src/core/tips/weekdays.ts';
import { everyDay } from './clocks.ts';

test.each([
  ['every day', ['every', 'daily', 'Every day', 'everyday', 'all days', 'mon-sun', 'weekdays and weekends']],
  [
    'on weekdays',
    ['weekdays', 'every weekday', 'mon-fri', 'mo–fr', 'Monday to Friday', 'fri,thu,wed,tue,mon'],
  ],
  ['on Saturdays and Sundays', ['weekend', 'at the weekend', 'on weekends', 'sa/su', 'sat-sun']],
  [
    'on Mondays and Wednesdays',
    ['mon,wed', 'wed, mon', 'monday wednesday', 'on Mondays and Wednesdays', 'mo+we', 'Mon. & Wed.'],
  ],
  ['on Mondays, Wednesdays and Fridays', ['mon wed fri', 'mon-wed-fri', 'mo;we;fr', 'mon, wed, and fri']],
  ['on Mondays, Saturdays and Sundays', ['sat - mon', 'saturday through monday', 'weekend, mon']],
  ['on Tuesdays and Thursdays', ['tues thurs', 'tu,th', 'each tuesday and thursday']],
])('%s', (words, said) => {
  expect(said.map((one) => daysInWords(readDays(one) ?? []))).toEqual(said.map(() => words));
});

test.each([
  '',
  ' ',
  ',',
  'and',
  'm',
  's',
  'someday',
  'mon,xyz',
  'every other day',
  'to friday',
  'mon-',
  'day',
  '1',
])('"%s" is not understood', (said) => expect(readDays(said)).toBeUndefined());

test('days in words are read as the same days', () => {
  fc.assert(
    fc.property(fc.subarray([...everyDay], { minLength: 1 }), (days) => {
      expect(readDays(daysInWords(days))).toEqual(days);
      expect(daysInWords(days.toReversed())).toBe(daysInWords(days));
    }),
  );
});

test('whatever is said gives days in order, each once, or none', () => {
  const words = fc.constantFrom('mon', 'tu', 'every', '-', ',', 'weekend', 'and', 'sat', ' ', 'to');
  const said = fc.oneof(
    fc.string(),
    fc.array(words).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(said, (one) => {
      const days = readDays(one) ?? [1];
      expect(days).toEqual(everyDay.filter((day) => days.includes(day)));
      expect(days).not.toEqual([]);
    }),
  );
});
