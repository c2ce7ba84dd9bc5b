/** Discord's limit for a `custom_id`; Slack allows 255 for an `action_id`. https://docs.discord.com/developers/components/reference */
const LONGEST = 100;

export interface Action {
  command: string;
  verb: string;
  args: string[];
}

/**
 * The id of a button or choice, `command:verb:args`: all that is needed to act on a click, also after a restart.
 * Arguments may hold any characters.
 *
 * @throws RangeError when the id would be longer than 100 characters
 */
export function actionId(command: string, verb: string, ...args: readonly string[]): string {
  const id = [command, verb, ...args.map(encodeURIComponent)].join(':');
  if (id.length > LONGEST)
    throw new RangeError(`The action id "${id}" is longer than ${LONGEST} characters.`);
  return id;
}

/** The whole number that an argument or a value holds; NaN for anything else, since `Number` takes even nothing for 0. */
export function wholeNumber(said: string | undefined): number {
  return said !== undefined && /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN;
}

/** Reads an action id back; undefined for anything that `actionId` could not have made. */
export function parseAction(id: string): Action | undefined {
  if (id.length > LONGEST) return undefined;
  const [command, verb, ...encoded] = id.split(':');
  if (!command || !verb) return undefined;
  const args = encoded.map(decoded).filter((arg) => arg !== undefined);
  return args.length === encoded.length ? { command, verb, args } : undefined;
}

/** Characters that encoding leaves as they are: nearly every argument has no others. */
const plain = /^[\w.!~*'()-]*$/;

function decoded(arg: string): string | undefined {
  if (plain.test(arg)) return arg;
  try {
    const said = decodeURIComponent(arg);
    return encodeURIComponent(said) === arg ? said : undefined;
  } catch {
    return undefined; // a malformed percent sequence, or half a character: not an id of ours
  }
}
