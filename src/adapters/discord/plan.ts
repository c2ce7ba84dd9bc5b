import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommandOption, ApplicationCommandType } from 'discord.js';
import type { CommandBody } from './commands.ts';

type Comparable = Record<string, unknown>;

/** What has to change so that the commands wanted are the ones registered: a line each, `+` new, `~` different, `-` to go. */
export function planCommands(current: readonly CommandBody[], wanted: readonly CommandBody[]): string[] {
  const before = new Map(current.map((body) => [title(body), comparable(body)]));
  const after = new Map(wanted.map((body) => [title(body), comparable(body)]));
  const changes = [...after].flatMap(([name, body]) => {
    const old = before.get(name);
    if (!old) return [`+ ${name}`];
    const fields = Object.keys(body).filter((field) => !isDeepStrictEqual(body[field], old[field]));
    return fields.length > 0 ? [`~ ${name}: ${fields.join(', ')}`] : [];
  });
  return [...changes, ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `- ${name}`)];
}

function title({ type, name }: CommandBody): string {
  return type === ApplicationCommandType.Message || type === ApplicationCommandType.User
    ? `"${name}" in the menu of a ${type === ApplicationCommandType.User ? 'member' : 'message'}`
    : `/${name}`;
}

/** A command reduced to what we set, and each option to a field of its own: Discord adds ids, versions and defaults to what it gives back. */
function comparable(body: CommandBody): Comparable {
  const options = 'options' in body ? (body.options ?? []) : [];
  return {
    description: ('description' in body && body.description) || '',
    contexts: body.contexts?.toSorted(),
    'installation types': body.integration_types?.toSorted(),
    'order of options': options.map(({ name }) => name),
    ...comparableOptions('', options),
  };
}

/** The options of a subcommand follow it, as `option "start seconds"`. */
function comparableOptions(before: string, options: readonly APIApplicationCommandOption[]): Comparable {
  return Object.assign(
    {},
    ...options.map((option): Comparable => {
      const path = `${before}${option.name}`;
      const own = 'options' in option ? (option.options ?? []) : [];
      return {
        [`option "${path}"`]: [withoutDefaults(option), own.map(({ name }) => name)],
        ...comparableOptions(`${path} `, own),
      };
    }),
  );
}

function withoutDefaults(option: object): object {
  const kept = [
    'type',
    'description',
    'required',
    'autocomplete',
    'max_length',
    'min_value',
    'max_value',
    'choices',
  ];
  return Object.fromEntries(
    Object.entries(option)
      .filter(([key, value]) => kept.includes(key) && value !== false && value !== null)
      .map(([key, value]) => [key, key === 'choices' ? choicesOf(value) : value]),
  );
}

function choicesOf(choices: readonly { name: string; value: unknown }[]): unknown[] {
  return choices.map(({ name, value }) => [name, value]);
}
