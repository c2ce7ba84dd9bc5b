import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDue, type Schedule } from '../../../src/core/tips/schedule.ts';
import { anyMoment, anySchedule, at, datesFrom, everyDay, shown } from './clocks.ts';

const daily = (time: string, zone: string): Schedule => ({ time, zone, days: everyDay });

/** What is due after a local time, one after the other, as the clocks show it. */
function due(schedule: Schedule, after: string, count: number): string[] {
  let moment = at(after, schedule.zone);
  return Array.from({ length: count }, () => {
    moment = nextDue(schedule, moment).at;
    return shown(moment, schedule.zone);
  });
}

describe('the next time', () => {
  test('is today, if that is yet to come, and never the moment itself', () => {
    const schedule = daily('09:00', 'Asia/Kolkata');
    const nine = at('2026-11-22T09:00', 'Asia/Kolkata');
    expect(nextDue(schedule, nine - 1)).toEqual({ date: '2026-11-22', at: nine });
    expect(nextDue(schedule, nine)).toEqual({ date: '2026-11-23', at: nine + 24 * 60 * 60 * 1000 });
  });

  test('is on the days chosen', () => {
    const schedule: Schedule = { time: '18:30', zone: 'America/New_York', days: [1, 5] };
    expect(due(schedule, '2026-11-22T00:00', 4)).toEqual([
      '2026-11-23T18:30',
      '2026-11-27T18:30',
      '2026-11-30T18:30',
      '2026-12-04T18:30',
    ]);
  });

  test('takes offsets for zones', () => {
    expect(nextDue(daily('09:00', '+05:30'), Date.UTC(2026, 0, 1)).at).toBe(Date.UTC(2026, 0, 1, 3, 30));
  });

  test('needs a day of the week, a time and a zone', () => {
    expect(() => nextDue({ time: '09:00', zone: 'UTC', days: [] }, 0)).toThrow(RangeError);
    expect(() => nextDue(daily('25:00', 'UTC'), 0)).toThrow(RangeError);
    expect(() => nextDue(daily('09:00', 'Europe/Atlantis'), 0)).toThrow(RangeError);
  });
});

describe('when clocks change', () => {
  test('nine stays nine', () => {
    const schedule = daily('09:00', 'Europe/Berlin');
    for (const change of ['2026-03-29', '2026-10-25']) {
      const days = datesFrom(Temporal.PlainDate.from(change).subtract({ days: 1 }).toString(), 3);
      expect(due(schedule, `${days[0]}T00:00`, 3)).toEqual(days.map((day) => `${day}T09:00`));
    }
  });

  test('half past two comes once where it is skipped and once where it comes twice', () => {
    const schedule = daily('02:30', 'Europe/Berlin');
    expect(due(schedule, '2026-03-28T12:00', 2)).toEqual(['2026-03-29T03:30', '2026-03-30T02:30']);
    const first = nextDue(schedule, at('2026-10-24T12:00', 'Europe/Berlin'));
    expect(new Date(first.at).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(nextDue(schedule, first.at).date).toBe('2026-10-26');
  });

  test('a time skipped before midnight comes after it, for the date that it was meant for', () => {
    const schedule = daily('23:30', 'America/Nuuk');
    const first = nextDue(schedule, at('2026-03-28T12:00', schedule.zone));
    expect(first.date).toBe('2026-03-28');
    expect(shown(first.at, schedule.zone)).toBe('2026-03-29T00:30');
    expect(nextDue(schedule, at('2026-03-29T00:10', schedule.zone))).toEqual(first);
    expect(due(schedule, '2026-03-29T00:30', 1)).toEqual(['2026-03-29T23:30']);
  });

  test.each([
    ['Pacific/Apia', '2011-12-29', ['2011-12-31', '2012-01-01']],
    ['Pacific/Kwajalein', '1993-08-20', ['1993-08-22', '1993-08-23']],
  ])('a date that %s left out is left out', (zone, before, dates) => {
    for (const time of ['00:00', '09:00', '23:59'])
      expect(due(daily(time, zone), `${before}T23:59:30`, 2)).toEqual(dates.map((date) => `${date}T${time}`));
  });

  test('the day of the week that was left out comes a week later', () => {
    const fridays: Schedule = { time: '09:00', zone: 'Pacific/Apia', days: [5] };
    expect(due(fridays, '2011-12-28T00:00', 2)).toEqual(['2012-01-06T09:00', '2012-01-13T09:00']);
  });
});

test('any schedule at any time: the next comes later, on the first of its days, and no day is missed', () => {
  fc.assert(
    fc.property(anySchedule, anyMoment, (schedule, moment) => {
      const first = nextDue(schedule, moment);
      const wanted = datesFrom(first.date, 30).filter((date) =>
        schedule.days.some((day) => day === Temporal.PlainDate.from(date).dayOfWeek),
      );
      expect(first.at).toBeGreaterThan(moment);
      expect(nextDue(schedule, first.at - 1)).toEqual(first);
      let last = first;
      const dates = wanted.slice(1).map(() => {
        const next = nextDue(schedule, last.at);
        expect(next.at).toBeGreaterThan(last.at);
        last = next;
        return next.date;
      });
      expect([first.date, ...dates]).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});
