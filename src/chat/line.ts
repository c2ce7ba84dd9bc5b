import { UserError } from './errors.ts';
import { choiceMeant, type Given, type Option, type Options } from './options.ts';

/** `name:` or `--name`, before a value; phones and Macs turn two hyphens into a dash. */
const token = /^(?:(?:--|[—–])(?<flag>[a-z][\w-]*)[=:]?|(?<name>[a-z][\w-]*):)/i;
const quoted = /^(?:"[^"]*"|“[^”]*”)$/;
/** Takes time in proportion to the line, whatever stands in it: no quotation is looked through twice. */
const words = /(?:[^\s"“]|"[^"]*"|“[^“”]*”|["“])+/g;

/**
 * Takes a typed line apart: `name:value`, `name:"two words"`, `--name` and `--name=value` are options, all other words together
 * are the command's `rest` option, or without such an option one of its choices. A `word:` that names no option is a word like any other.
 *
 * @throws UserError for `--name` that is no option here, and for words where the command takes none
 */
export function parseLine(options: Options, line: string): Given {
  const known = new Map(Object.entries(options));
  const given: Record<string, string | boolean> = {};
  const rest: string[] = [];
  for (const word of line.match(words) ?? []) {
    const { name, flag, value } = named(word);
    const option = name === undefined ? undefined : known.get(name);
    if (name !== undefined && option) given[name] = optionValue(name, option, unquote(value));
    else if (flag)
      throw new UserError(`There is no option --${flag.slice(0, 32)} here. ${offer([...known])}`);
    else rest.push(word);
  }
  if (rest.length > 0) Object.assign(given, withoutName([...known], rest.join(' ')));
  return given;
}

/** A word with a name before its value; any other has none. */
function named(word: string): { name?: string; flag?: string | undefined; value: string } {
  const [start = '', flag, name = flag] = token.exec(word) ?? [];
  const value = word.slice(start.length);
  if (name === undefined || (/\s/.test(value) && !quoted.test(value))) return { value: word };
  return { name: name.toLowerCase(), flag, value };
}

/** A flag without a value is on; any other option needs one. */
function optionValue(name: string, option: Option, value: string): string | boolean {
  if (value !== '') return value;
  if (option.type === 'flag') return true;
  throw new UserError(`“${name}” needs a value, written ${name}:value without a space.`);
}

function unquote(value: string): string {
  return value.replace(/^["“](.*)["”]$/s, '$1');
}

/** Words without a name are for the `rest` option; where there is none they may be one of an option's choices. */
function withoutName(known: [string, Option][], words: string): Given {
  const rest = known.find(([, option]) => option.type === 'text' && option.rest);
  const choice = known.find(([, option]) => option.type === 'choice' && choiceMeant(option, words));
  const found = rest ?? choice;
  if (!found) throw new UserError(`I did not understand “${words.slice(0, 60)}”. ${offer(known)}`);
  return { [found[0]]: words };
}

function offer(known: [string, Option][]): string {
  const named = known.filter(([, option]) => !(option.type === 'text' && option.rest));
  if (named.length === 0) return 'This command takes no options.';
  return `The options are ${named.map(([name, { type }]) => (type === 'flag' ? `--${name}` : `${name}:…`)).join(', ')}.`;
}
