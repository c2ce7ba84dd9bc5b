const named = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
]);

/** Hours; then minutes behind a colon, a dot, an h or nothing; then the half of the day. */
const written = /^(\d{1,2})(?:[:.](\d{2})| ?h ?(\d{2})?|(\d{2}))?(?: ?([ap])\.?m\.?)?$/;

/**
 * The time of day that somebody means, as `HH:MM` of 24 hours: "9", "9:30", "9.30", "0930", "9am", "9:30 pm", "21h", "noon", "midnight".
 * 12am is midnight and 12pm noon. Nothing where it is no such time.
 */
export function readTime(said: string): string | undefined {
  const text = said
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^at /, '')
    .replace(/^12 (?=noon$|midnight$)/, '');
  const [whole, hours, ...rest] = written.exec(text) ?? [];
  if (whole === undefined) return named.get(text);
  const hour = hourOf(Number(hours), rest[3]);
  const minute = rest[0] ?? rest[1] ?? rest[2] ?? '00';
  if (hour === undefined || Number(minute) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minute}`;
}

/** An hour of 24 from one of 24, or of 12 in the first or second half of the day. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
