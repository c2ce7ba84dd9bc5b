/**
 * The name of a time zone as the tz database spells it, or the offset, where Temporal accepts what was said; nothing where it does not. Case does
 * not matter, nor do spaces for underscores: "europe/berlin", "america/new york", "cet", "+0530" (`+05:30`).
 */
export function zoneNamed(said: string): string | undefined {
  try {
    return new Temporal.ZonedDateTime(0n, said.trim().replaceAll(' ', '_')).timeZoneId;
  } catch {
    // A RangeError is how Temporal says that there is no such zone.
    return undefined;
  }
}

/** Whether Temporal accepts a time zone. */
export function isZone(name: string): boolean {
  return zoneNamed(name) !== undefined;
}
