import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Due, dueSince, nextDue, type Schedule } from '../../../src/core/tips/schedule.ts';
import { anyMoment, anySchedule, at, everyDay } from './clocks.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const zone = 'Europe/Berlin';
const schedule: Schedule = { time: '09:00', zone, days: everyDay };
const on = (date: string): Due => ({ date, at: at(`${date}T09:00`, zone) });

describe('a process that comes back', () => {
  const due = on('2026-11-22');

  test('has nothing to do before the time', () => {
    expect(dueSince(schedule, due, due.at - 1)).toEqual({ next: due });
  });

  test('posts what is due now', () => {
    expect(dueSince(schedule, due, due.at)).toEqual({ post: due, next: on('2026-11-23') });
  });

  test('posts what became due up to six hours ago, and skips what is older', () => {
    expect(dueSince(schedule, due, due.at + 6 * HOUR)).toEqual({ post: due, next: on('2026-11-23') });
    expect(dueSince(schedule, due, due.at + 6 * HOUR + 1)).toEqual({ next: on('2026-11-23') });
  });

  test('posts the latest alone, however long it was away', () => {
    expect(dueSince(schedule, on('2016-11-22'), due.at + HOUR)).toEqual({
      post: due,
      next: on('2026-11-23'),
    });
    expect(dueSince(schedule, on('2016-11-22'), due.at - HOUR)).toEqual({ next: due });
    expect(dueSince(schedule, on('2016-11-22'), due.at + 6 * HOUR).post).toEqual(due);
    expect(dueSince(schedule, on('2016-11-22'), due.at + 6 * HOUR + 1).post).toBeUndefined();
  });

  test('does not take a date again because its time has changed', () => {
    const later: Schedule = { ...schedule, time: '11:00' };
    const { post, next } = dueSince(later, due, due.at + HOUR);
    expect(post).toEqual(due);
    expect(next.date).toBe('2026-11-23');
  });
});

/** All that becomes due from one on, up to and with the first that is yet to come. */
function allUntil(schedule: Schedule, first: Due, now: number): Due[] {
  const all = [first];
  for (let last = first; last.at <= now; all.push(last)) last = nextDue(schedule, last.at);
  return all;
}

test('any schedule, away for any time: the latest of the last six hours is posted, and next comes the first after now', () => {
  const away = fc.oneof(fc.integer({ min: -DAY, max: 2 * DAY }), fc.integer({ min: 0, max: 40 * DAY }));
  fc.assert(
    fc.property(anySchedule, anyMoment, away, (schedule, moment, late) => {
      const due = nextDue(schedule, moment);
      const now = due.at + late;
      const all = allUntil(schedule, due, now);
      const { post, next } = dueSince(schedule, due, now);
      expect(post).toEqual(all.findLast((one) => one.at <= now && one.at >= now - 6 * HOUR));
      expect(next).toEqual(all.find((one) => one.at > now));
    }),
    { numRuns: 1000 },
  );
});

test('looked at again and again, at any times: each date is posted once at most, in its six hours, and none that was looked at is lost', () => {
  const pauses = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 5 * HOUR }), fc.integer({ min: 0, max: 9 * DAY })),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(anySchedule, anyMoment, pauses, (schedule, moment, pauses) => {
      const first = nextDue(schedule, moment);
      let [due, now] = [first, moment];
      const posted: string[] = [];
      const expected = new Set<string>();
      for (const pause of pauses) {
        now += pause;
        const latest = allUntil(schedule, first, now).findLast((one) => one.at <= now);
        if (latest && latest.at >= now - 6 * HOUR) expected.add(latest.date);
        const { post, next } = dueSince(schedule, due, now);
        if (post) posted.push(post.date);
        expect(next.at).toBeGreaterThan(now);
        due = next;
      }
      expect(posted).toEqual([...expected]);
    }),
    { numRuns: 300 },
  );
});
