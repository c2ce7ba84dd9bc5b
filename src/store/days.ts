const DAY = 24 * 60 * 60 * 1000;

/** Which day (UTC) a moment lies in, counted from 1 January 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Which ISO 8601 week (UTC, Monday to Sunday) a moment lies in, counted from the week of 1 January 1970, which was a Thursday. */
export function weekOf(at: number): number {
  return Math.floor((dayOf(at) + 3) / 7);
}
