import fc from 'fast-check';
import type { Schedule } from '../../../src/core/tips/schedule.ts';
import type { Weekday } from '../../../src/core/tips/weekdays.ts';
import { LINKS, RENAMED } from '../../../src/core/tips/zone-names.ts';

/** Every zone of the tz database by every name, but for offsets. */
export const allZones = [
  ...new Set([...Intl.supportedValuesOf('timeZone'), ...RENAMED.values(), ...LINKS]),
].sort();

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A local time of a zone as milliseconds since 1970: `2026-03-29T09:00`, `Europe/Berlin`. */
export function at(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

/** What the clocks of a zone show: `2026-03-29T09:00`. */
export function shown(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** As many dates as asked for, in a row. */
export function datesFrom(first: string, count: number): string[] {
  const from = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, days) => from.add({ days }).toString());
}

export const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => new Temporal.PlainTime().add({ minutes }).toString({ smallestUnit: 'minute' }));

export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  time: anyTime,
  zone: fc.constantFrom(...allZones),
  days: fc.subarray([...everyDay], { minLength: 1 }),
});

/** A moment of 2020-2040. */
export const anyMoment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2041, 0) - 1 });
