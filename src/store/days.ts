const DAY = 24 * 60 * 60 * 1000;

/** Which day (UTC) a moment lies in, counted from 1 January 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Which ISO 8601 week (UTC, Monday to Sunday) a moment lies in, counted from the week of 1 January 1970, which was a Thursday. */
export function weekOf(at: number): number {
  return Math.floor((dayOf(at) + 3) / 7);
}

/** When a week begins, in milliseconds since 1970. */
export function weekStart(week: number): number {
  return (week * 7 - 3) * DAY;
}
