import { REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { Command } from '../../chat/command.ts';
import { PlatformError } from '../../chat/errors.ts';
import { type DiscordSettings, restOptions } from './client.ts';
import { checkCommands } from './command-limits.ts';
import { type CommandBody, commandBodies } from './commands.ts';
import { planCommands } from './plan.ts';
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
