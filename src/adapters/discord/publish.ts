import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType, REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { Command } from '../../chat/command.ts';
import { PlatformError } from '../../chat/errors.ts';
import { type DiscordSettings, restOptions } from './client.ts';
import { type CommandBody, checkCommands, commandBodies } from './commands.ts';
import { refusal } from './refusals.ts';

/**
 * Registers the commands with Discord, after printing what changes; prints "Nothing to change." and writes nothing where they are
 * registered already.
 *
 * @throws PlatformError when Discord refuses, cannot be reached, or could not take these commands
 */
export async function publishDiscord(
  settings: DiscordSettings,
  commands: readonly Command[],
  print: (line: string) => void,
): Promise<void> {
  const rest = new REST({ ...restOptions(settings.apiUrl), rejectOnRateLimit: ['/'] }).setToken(
    settings.token,
  );
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const changes = await register(rest, application.id, commands, print);
    if (changes === 0) print('Nothing to change.');
  } catch (error) {
    throw error instanceof PlatformError ? error : refusal(error, settings.token);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/**
 * Makes Discord's list of the application's global commands this one, after printing what changes; writes nothing where nothing does.
 *
 * @returns how many changes there were
 * @throws PlatformError where Discord could not take a command, before anything is written; or what REST throws
 */
export async function register(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
  print: (line: string) => void,
): Promise<number> {
  const wanted = commandBodies(commands);
  const wrong = checkCommands(wanted);
  if (wrong.length > 0) throw new PlatformError(`Discord cannot take these commands: ${wrong.join('; ')}.`);
  const route = Routes.applicationCommands(applicationId);
  const changes = planCommands((await rest.get(route)) as CommandBody[], wanted);
  for (const change of changes) print(change);
  if (changes.length > 0) await rest.put(route, { body: wanted });
  return changes.length;
}

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
function comparable(body: CommandBody): Record<string, unknown> {
  const options = 'options' in body ? (body.options ?? []) : [];
  return {
    description: ('description' in body && body.description) || '',
    contexts: body.contexts?.toSorted(),
    'installation types': body.integration_types?.toSorted(),
    'order of options': options.map(({ name }) => name),
    ...Object.fromEntries(options.map((option) => [`option "${option.name}"`, withoutDefaults(option)])),
  };
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
