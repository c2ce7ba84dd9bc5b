import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTime } from '../../../src/core/tips/time-of-day.ts';
import { anyTime } from './clocks.ts';

test.each([
  ['09:00', '9  09  9:00  09:00  9.00  900  0900  9am  9 AM  9 a.m.  9:00am  9h  9h00  at 9  ９：００'],
  ['09:30', '9:30  09:30  9.30  930  0930  9:30 am  9h30  09 h 30  0930am'],
  ['21:30', '21:30  21.30  2130  9:30 pm  9.30pm  9:30 P.M.  930pm'],
  ['21:00', '21  21h  21 h  9pm'],
  ['12:00', 'noon  Midday  12 noon  12  12pm  12:00'],
  ['00:00', 'midnight  12 midnight  12am  0  00:00  0h'],
])('%s is meant by %s', (time, said) => {
  const read = said.split('  ').map((one) => [one, readTime(one)]);
  expect(read).toEqual(said.split('  ').map((one) => [one, time]));
});

test.each([
  '',
  ' ',
  '24:00',
  '25',
  '9:60',
  '9:5',
  '99',
  '13pm',
  '0am',
  '-9',
  '9:30:00',
  '12345',
  'soon',
  'am',
  '9 10',
  'nine',
])('"%s" is no time', (said) => expect(readTime(said)).toBeUndefined());

test('what was read is read again, in 24 hours and in twelve', () => {
  fc.assert(
    fc.property(anyTime, (time) => {
      const inHalves = Temporal.PlainTime.from(time).toLocaleString('en-US', { timeStyle: 'short' });
      expect([time, time.replace(':', '.'), time.replace(':', ''), inHalves].map(readTime)).toEqual(
        Array(4).fill(time),
      );
    }),
  );
});

test('whatever is said gives a time or none', () => {
  const said = fc.oneof(fc.string(), fc.stringMatching(/^[0-9:.hapm ]{0,8}$/));
  fc.assert(
    fc.property(said, (one) => {
      expect(readTime(one) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }),
  );
});
