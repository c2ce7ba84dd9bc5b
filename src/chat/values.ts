import { UserError } from './errors.ts';
import { choiceMeant, type Given, type Option, type Options } from './options.ts';

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
  if (stranger !== undefined) throw new UserError(`There is no option "${stranger.slice(0, 32)}" here.`);
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

function read(name: string, option: Option, raw: string | number | boolean): string | number | boolean {
  const said = String(raw).trim();
  switch (option.type) {
    case 'text': {
      const longest = option.longest ?? 200;
      if (said.length > longest) throw new UserError(`Keep "${name}" within ${longest} characters.`);
      return said;
    }
    case 'integer': {
      const number = Number(said);
      if (!Number.isInteger(number) || number < option.min || number > option.max)
        throw new UserError(`"${name}" is a whole number from ${option.min} to ${option.max}.`);
      return number;
    }
    case 'flag':
      if (/^(true|yes|on|1)$/i.test(said)) return true;
      if (/^(false|no|off|0)$/i.test(said)) return false;
      throw new UserError(`"${name}" is yes or no.`);
    case 'choice': {
      const chosen = choiceMeant(option, said);
      if (!chosen)
        throw new UserError(`"${name}" is one of ${option.choices.map(({ label }) => label).join(', ')}.`);
      return chosen.value;
    }
  }
}
