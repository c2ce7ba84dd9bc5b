import { expect, test } from 'vitest';
import { type Due, nextDue } from '../../../src/core/tips/schedule.ts';
import { allZones, datesFrom, everyDay, shown } from './clocks.ts';

const HOUR = 60 * 60 * 1000;
/** How many days are looked at, with the change of clocks in their midst. */
const DAYS = 4;

/** A change of a zone's clocks: when, and by how many milliseconds they go forward. */
interface Change {
  zone: string;
  at: Temporal.ZonedDateTime;
  forward: number;
}

/** All changes of 2020-2040. */
function changesIn(zone: string): Change[] {
  const changes: Change[] = [];
  let at = Temporal.ZonedDateTime.from(`2020-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (at !== null && at.year <= 2040) {
    const before = at.subtract({ nanoseconds: 1 });
    changes.push({ zone, at, forward: (at.offsetNanoseconds - before.offsetNanoseconds) / 1e6 });
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

/** The middle of what the clocks skip or show twice, and times of day that such changes are close to, or never. */
function timesFor({ at, forward }: Change): string[] {
  const middle = at.toPlainDateTime().add({ milliseconds: (forward > 0 ? -1 : 1) * Math.abs(forward / 2) });
  return [...new Set([middle.toPlainTime().toString({ smallestUnit: 'minute' }), '00:00', '09:00', '23:59'])];
}

/** What is wrong with the days around a change, for one time of day. */
function wrongWith({ zone, at, forward }: Change, time: string): string[] {
  const schedule = { zone, time, days: everyDay };
  const from = at.epochMilliseconds - (DAYS / 2) * 24 * HOUR;
  const all: Due[] = [];
  for (let after = from; all.length < DAYS; after = all.at(-1)?.at ?? after)
    all.push(nextDue(schedule, after));
  const dates = datesFrom(all[0]?.date ?? '', DAYS);
  const skipped = (moment: number) =>
    moment >= at.epochMilliseconds && moment < at.epochMilliseconds + forward;
  return all.flatMap((due, index) => {
    const shows = shown(due.at, zone);
    const wrong = [
      due.date !== dates[index] && `is not on ${dates[index]}`,
      due.at <= (all[index - 1]?.at ?? from) && 'is not after what came before',
      shows !== `${due.date}T${time}` && !skipped(due.at) && 'is at another time',
      nextDue(schedule, due.at - 1).at !== due.at && 'is missed just before it',
    ];
    return wrong.flatMap((what) => (what ? [`${zone} ${due.date} ${time}, ${shows}, ${what}`] : []));
  });
}

test('around every change of clocks of 2020-2040 in every zone, each date comes once, in order, at its time', () => {
  const changes = Intl.supportedValuesOf('timeZone').flatMap(changesIn);
  expect(changes.length).toBeGreaterThan(5000);
  const wrong = changes.flatMap((change) => timesFor(change).flatMap((time) => wrongWith(change, time)));
  expect(wrong).toEqual([]);
});

test('in every zone by every name, in each year of 2020-2040, nine comes three days in a row', () => {
  const years = Array.from({ length: 21 }, (_, index) => 2020 + index);
  const wrong = allZones.flatMap((zone, index) =>
    years.flatMap((year) => {
      const schedule = { zone, time: '09:00', days: everyDay };
      const first = nextDue(schedule, Date.UTC(year, index % 12, 1 + (year % 28), index % 24));
      const second = nextDue(schedule, first.at);
      const shows = [first, second, nextDue(schedule, second.at)].map(({ at }) => shown(at, zone));
      const wanted = datesFrom(first.date, 3).map((date) => `${date}T09:00`);
      return String(shows) === String(wanted) ? [] : [`${zone}: ${shows}`];
    }),
  );
  expect(wrong).toEqual([]);
});
