/** Monday is 1, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const ALL: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const list = new Intl.ListFormat('en-GB');

const everyDay = /^(?:daily|everyday|(?:every|each|all|any)(?: (?:the )?days?)?)$/;
const fillers = new Set(['on', 'at', 'and', 'the', 'every', 'each', 'all']);
const workingDays = ALL.slice(0, 5);
const groups = new Map([
  ['weekday', workingDays],
  ['workday', workingDays],
  ['weekend', ALL.slice(5)],
]);

/**
 * The days of the week that somebody means: "every", "weekdays", "weekend", "mon,wed", "Mondays and Fridays", "mo-fr", "sat to mon"; days
 * by their English name or its first two letters or more. Ascending, each once; nothing where a word is not understood.
 */
export function readDays(said: string): Weekday[] | undefined {
  const text = said.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (everyDay.test(text)) return [...ALL];
  const words = text
    .replaceAll(/ ?(?:[-–—]|\b(?:to|through|until)\b) ?/g, '-')
    .split(/[ ,;/&+.]+/)
    .filter((word) => word !== '' && !fillers.has(word));
  const read = words.map(readWord);
  const days = new Set(read.flatMap((some) => some ?? []));
  return days.size === 0 || read.includes(undefined) ? undefined : ALL.filter((day) => days.has(day));
}

/** "every day", "on weekdays", "on Mondays and Wednesdays". */
export function daysInWords(days: readonly Weekday[]): string {
  const some = ALL.filter((day) => days.includes(day));
  if (some.length === ALL.length) return 'every day';
  if (String(some) === String(workingDays)) return 'on weekdays';
  return `on ${list.format(some.map((day) => `${NAMES[day - 1]}s`))}`;
}

/** "mondays", "weekend", "mon-fri"; "mon-wed-fri" are three days. */
function readWord(word: string): readonly Weekday[] | undefined {
  const group = groups.get(word.replace(/s$/, ''));
  if (group) return group;
  const days = word.split('-').flatMap((name) => dayNamed(name) ?? []);
  if (days.length < word.split('-').length) return undefined;
  const [first, last] = days;
  return days.length === 2 && first && last ? span(first, last) : days;
}

function dayNamed(word: string): Weekday | undefined {
  const start = word.replace(/s$/, '');
  return start.length < 2 ? undefined : ALL.find((day) => NAMES[day - 1]?.toLowerCase().startsWith(start));
}

/** From one day to another, over the end of the week where the other comes before it. */
function span(first: Weekday, last: Weekday): Weekday[] {
  return ALL.filter((day) => (first <= last ? first <= day && day <= last : day >= first || day <= last));
}
