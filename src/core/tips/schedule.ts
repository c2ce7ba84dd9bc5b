import type { Weekday } from './weekdays.ts';

/** When something is due, by the clocks of the people who read it. */
export interface Schedule {
  /** `HH:MM`, of 24 hours. */
  time: string;
  /** As `zoneNamed` spells it. */
  zone: string;
  /** At least one. */
  days: readonly Weekday[];
}

export interface Due {
  /** The local ISO date that it is due for: its name in the records, once for each schedule. */
  date: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** What became due while nobody was there is posted up to so many milliseconds later: six hours. */
const CATCH_UP = 6 * 60 * 60 * 1000;

/**
 * What is due first after a moment. Where a change of clocks skips the time, it comes as much later as the clocks go forward; where it
 * comes twice, the first counts (`compatible`, https://tc39.es/proposal-temporal/docs/timezone.html). A date that the zone skips has none.
 *
 * @param after milliseconds since 1970
 * @throws RangeError if the schedule has no days, or a time or zone that Temporal does not know
 */
export function nextDue(schedule: Schedule, after: number): Due {
  return firstDue(schedule, dayBefore(schedule, after), after);
}

/**
 * What is to be done about something that may have become due: `post` is the latest that did in the last six hours, older ones are let
 * go; `next` lies after now, on a later date than `post` and `due`, or is `due` itself where that is yet to come.
 *
 * @param due what was to be posted next when the schedule was last looked at
 * @param now milliseconds since 1970
 * @throws RangeError as `nextDue`
 */
export function dueSince(schedule: Schedule, due: Due, now: number): { post?: Due; next: Due } {
  if (due.at > now) return { next: due };
  const since = now - CATCH_UP;
  let post = due.at >= since ? due : undefined;
  let next = firstDue(schedule, dayAfter(due), Math.max(due.at, since - 1));
  while (next.at <= now) {
    post = next;
    next = firstDue(schedule, dayAfter(next), next.at);
  }
  return { ...(post && { post }), next };
}

/** The first that is due for a date not before `from` and strictly after a moment. */
function firstDue({ time, zone, days }: Schedule, from: Temporal.PlainDate, after: number): Due {
  if (days.length === 0) throw new RangeError('A schedule needs at least one day of the week.');
  for (let date = from; ; date = date.add({ days: 1 })) {
    if (!days.some((day) => day === date.dayOfWeek) || !existsIn(zone, date)) continue;
    const { epochMilliseconds } = date.toZonedDateTime({ timeZone: zone, plainTime: time });
    if (epochMilliseconds > after) return { date: date.toString(), at: epochMilliseconds };
  }
}

/** Whether the date is not one that the zone skipped, as Samoa did 30 December 2011. */
function existsIn(zone: string, date: Temporal.PlainDate): boolean {
  return date.toZonedDateTime(zone).toPlainDate().equals(date);
}

/** The local date before that of a moment: where clocks go forward over midnight, its time may be yet to come. */
function dayBefore({ zone }: Schedule, at: number): Temporal.PlainDate {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.toPlainDate().subtract({ days: 1 });
}

function dayAfter({ date }: Due): Temporal.PlainDate {
  return Temporal.PlainDate.from(date).add({ days: 1 });
}
