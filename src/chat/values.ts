import { UserError } from './errors.ts';
import { choiceMeant, type Given, type Option, type Options, type TextOption } from './options.ts';

type Read = Record<string, string | number | boolean | undefined>;

/**
 * Checks what a platform or a typed line gave against the command's options; the platforms check too, but a forged event does
 * not come from their forms.
 *
 * @throws UserError naming the first option that does not fit, with what would
 */
export function readValues(options: Options, given: Given): Read {
  const known = new Map(Object.entries(options));
  const stranger = Object.keys(given).find((name) => !known.has(name));
  if (stranger !== undefined) throw new UserError(`There is no option “${stranger.slice(0, 32)}” here.`);
  const values: Read = {};
  for (const [name, option] of Object.entries(options)) {
    const raw = given[name];
    if (raw !== undefined && raw !== '') values[name] = read(name, option, raw);
    else if (option.type === 'flag') values[name] = false;
  }
  return values;
}

/** The required options that are not given. */
export function missing(options: Options, given: Given): string[] {
  return Object.entries(options)
    .filter(([name, { required }]) => required && (given[name] === undefined || given[name] === ''))
    .map(([name]) => name);
}

function read(name: string, option: Option, raw: unknown): string | number | boolean {
  const value = isPlain(raw) ? meant(option, String(raw).trim()) : undefined;
  if (value === undefined) throw new UserError(wanted(name, option));
  return value;
}

function isPlain(raw: unknown): boolean {
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';
}

/** Undefined for what does not fit. */
function meant(option: Option, said: string): string | number | boolean | undefined {
  switch (option.type) {
    case 'text':
      return said.length > longestOf(option) ? undefined : said;
    case 'integer': {
      const number = Number(said);
      return Number.isInteger(number) && number >= option.min && number <= option.max ? number : undefined;
    }
    case 'flag':
      if (/^(true|yes|on|1)$/i.test(said)) return true;
      return /^(false|no|off|0)$/i.test(said) ? false : undefined;
    case 'choice':
      return choiceMeant(option, said)?.value;
  }
}

function wanted(name: string, option: Option): string {
  switch (option.type) {
    case 'text':
      return `Keep “${name}” within ${longestOf(option)} characters.`;
    case 'integer':
      return `“${name}” is a whole number from ${option.min} to ${option.max}.`;
    case 'flag':
      return `“${name}” is yes or no.`;
    case 'choice':
      return `“${name}” is one of ${option.choices.map(({ label }) => label).join(', ')}.`;
  }
}

function longestOf({ longest = 200 }: TextOption): number {
  return longest;
}
