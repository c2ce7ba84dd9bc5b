import type { Channel } from './table.ts';

/** What a channel is to have day by day. */
export interface Subscribed {
  channel: Channel;
  kind: 'tip' | 'question';
  /** `HH:MM` */
  time: string;
  timezone: string;
}

/** What is posted day by day: a tip; or a question, and what was right of the one before. */
export type DaySubject = 'tip' | 'question' | 'reveal';

/** @returns nothing for what is not posted day by day */
export function subjectOfDay(text: string): DaySubject | undefined {
  if (text.includes('Tip of the day')) return 'tip';
  if (text.includes('Question of the day ·')) return 'question';
  return text.includes('The last question of the day') ? 'reveal' : undefined;
}

const clocks = [
  { time: '09:00', timezone: 'Europe/Berlin' },
  { time: '18:30', timezone: 'Asia/Kolkata' },
] as const;

/** Each of so many channels has a tip a day, every third one a question as well: at one time, or most of the others at another. */
export function subscribe(newChannel: () => Channel, channels: number): Subscribed[] {
  return Array.from({ length: channels }, (_, index) => {
    const channel = newChannel();
    const clock = clocks[index * 2 < channels ? 0 : 1];
    const tip = { channel, kind: 'tip', ...clock } as const;
    return index % 3 === 0 ? [tip, { ...tip, kind: 'question' } as const] : [tip];
  }).flat();
}

/** The first so many moments at which something is due after another. */
export function momentsAfter(start: number, subscribed: readonly Subscribed[], count: number): number[] {
  const moments = subscribed.flatMap(({ time, timezone }) =>
    Array.from(
      { length: count + 1 },
      (_, day) =>
        localDate(start, timezone).add({ days: day }).toZonedDateTime({ timeZone: timezone, plainTime: time })
          .epochMilliseconds,
    ),
  );
  const sorted = [...new Set(moments)].sort((one, other) => one - other);
  return sorted.filter((moment) => moment > start).slice(0, count);
}

/** The local dates of those of the moments at which this is due. */
export function datesOf({ time, timezone }: Subscribed, moments: readonly number[]): string[] {
  return moments
    .filter((moment) => {
      const at = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timezone);
      return at.toPlainTime().equals(Temporal.PlainTime.from(time));
    })
    .map((moment) => localDate(moment, timezone).toString());
}

export function localDate(at: number, timezone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
}
