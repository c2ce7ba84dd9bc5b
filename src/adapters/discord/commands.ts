import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, Runnable } from '../../chat/command.ts';
import type { Option, Options } from '../../chat/options.ts';
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
  return commands.flatMap((command): CommandBody[] => [
    {
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      description: command.summary,
      options: command.subcommands ? command.subcommands.map(subcommandBody) : optionBodies(command.options),
      ...everywhere,
    },
    ...(command.menu
      ? [{ type: ApplicationCommandType.Message as const, name: command.menu.label, ...everywhere }]
      : []),
  ]);
}

function subcommandBody({ name, summary, options }: Runnable): APIApplicationCommandOption {
  const type = ApplicationCommandOptionType.Subcommand;
  return { type, name, description: summary, options: optionBodies(options) };
}

/** Discord asks for required options first. */
function optionBodies(options: Options): APIApplicationCommandBasicOption[] {
  return Object.entries(options)
    .toSorted(([, one], [, other]) => Number(other.required ?? false) - Number(one.required ?? false))
    .map(([name, option]) => optionBody(name, option));
}

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
