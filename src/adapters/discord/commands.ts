import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../chat/command.ts';
import { type Option, optionsIn } from '../../chat/options.ts';
import { limits } from './limits.ts';

export type CommandBody = RESTPutAPIApplicationCommandsJSONBody[number];

/** In servers, in the bot's direct messages, and in other conversations of members who installed the bot for themselves. */
const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** The commands as Discord registers them: a slash command each, and an entry in the menu of messages where there is one. */
export function commandBodies(commands: readonly Command[]): CommandBody[] {
  return commands.flatMap(({ name, summary, options, menu }): CommandBody[] => [
    {
      type: ApplicationCommandType.ChatInput,
      name,
      description: summary,
      options: optionsIn(options, 'open')
        .toSorted(([, one], [, other]) => Number(other.required ?? false) - Number(one.required ?? false))
        .map(([optionName, option]) => optionBody(optionName, option)),
      ...everywhere,
    },
    ...(menu ? [{ type: ApplicationCommandType.Message as const, name: menu.label, ...everywhere }] : []),
  ]);
}

/** Discord asks for required options first. */
function optionBody(name: string, option: Option): APIApplicationCommandBasicOption {
  const common = { name, description: option.summary, required: option.required ?? false };
  switch (option.type) {
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(option.longest ?? 200, limits.optionLength),
        ...(option.suggest ? { autocomplete: true } : {}),
      };
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case 'flag':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'choice':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        choices: option.choices.map(({ label, value }) => ({ name: label, value })),
      };
  }
}

/** What Discord would refuse in these commands; empty when they are fine. */
export function checkCommands(bodies: readonly CommandBody[]): string[] {
  const slash = bodies.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const wrong = [
    ...over('the slash commands', slash.length, limits.commands),
    ...over('the menu entries', bodies.length - slash.length, limits.menus),
  ];
  for (const body of bodies) {
    const name = `"${body.name}"`;
    wrong.push(...over(`the name ${name}`, body.name.length, limits.commandName));
    if (body.type !== ApplicationCommandType.ChatInput) continue;
    const options = body.options ?? [];
    wrong.push(...over(`the summary of ${name}`, body.description.length, limits.commandSummary));
    wrong.push(...over(`the options of ${name}`, options.length, limits.commandOptions));
    wrong.push(...over(`all text of ${name}`, sizeOf(body), limits.commandInAll));
    for (const option of options) {
      wrong.push(...over(`option "${option.name}" of ${name}`, option.name.length, limits.commandName));
      wrong.push(
        ...over(`the summary of "${option.name}"`, option.description.length, limits.commandSummary),
      );
      if ('choices' in option)
        wrong.push(
          ...over(`the choices of "${option.name}"`, option.choices?.length ?? 0, limits.commandChoices),
        );
    }
  }
  return wrong;
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
