import { type APIApplicationCommandOption, ApplicationCommandType } from 'discord.js';
import type { CommandBody } from './commands.ts';
import { limits } from './limits.ts';

/** What Discord would refuse in these commands; empty when they are fine. */
export function checkCommands(bodies: readonly CommandBody[]): string[] {
  const slash = bodies.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const wrong = [
    ...over('the slash commands', slash.length, limits.commands),
    ...over('the menu entries', bodies.length - slash.length, limits.menus),
  ];
  for (const body of bodies) {
    wrong.push(...over(`the name "${body.name}"`, body.name.length, limits.commandName));
    if (body.type !== ApplicationCommandType.ChatInput) continue;
    wrong.push(
      ...over(`the summary of "${body.name}"`, body.description.length, limits.commandSummary),
      ...over(`all text of "${body.name}"`, sizeOf(body), limits.commandInAll),
      ...checkOptions(body.name, body.options ?? []),
    );
  }
  return wrong;
}

/** Options, subcommands among them: Discord counts both alike. */
function checkOptions(path: string, options: readonly APIApplicationCommandOption[]): string[] {
  return [
    ...over(`the options of "${path}"`, options.length, limits.commandOptions),
    ...options.flatMap((option) => {
      const name = `"${path} ${option.name}"`;
      return [
        ...over(`the name ${name}`, option.name.length, limits.commandName),
        ...over(`the summary of ${name}`, option.description.length, limits.commandSummary),
        ...('choices' in option
          ? over(`the choices of ${name}`, option.choices?.length ?? 0, limits.commandChoices)
          : []),
        ...('options' in option ? checkOptions(`${path} ${option.name}`, option.options ?? []) : []),
      ];
    }),
  ];
}

function over(what: string, size: number, most: number): string[] {
  return size > most ? [`${what}: ${size}, allowed ${most}`] : [];
}

/** Names, descriptions and values of a command and its options. https://docs.discord.com/developers/interactions/application-commands */
function sizeOf(body: object): number {
  return Object.entries(body).reduce((sum, [key, value]) => {
    if (typeof value === 'string') return sum + (/^(name|description|value)$/.test(key) ? value.length : 0);
    return sum + (typeof value === 'object' && value !== null ? sizeOf(value) : 0);
  }, 0);
}
