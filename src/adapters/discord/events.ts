import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Command } from '../../chat/command.ts';
import type { Event, Input } from '../../chat/event.ts';
import { clickOf } from './controls.ts';
import { submittedIn } from './modal.ts';
import { permissionsOf } from './permissions.ts';

/** What a member did, in the house's words; undefined for what nothing of ours can have caused (another kind of menu, say). */
export function eventOf(interaction: Interaction, commands: readonly Command[]): Event | undefined {
  const input = inputOf(interaction, commands);
  if (!input) return undefined;
  return {
    id: interaction.id,
    platform: 'discord',
    manner: 'open',
    actor: { id: interaction.user.id, name: nameOf(interaction) },
    place: {
      id: interaction.channelId ?? interaction.user.id,
      direct: interaction.context === InteractionContextType.BotDM,
    },
    ...(interaction.guildId === null ? {} : { server: interaction.guildId }),
    at: interaction.createdTimestamp,
    permissions: permissionsOf(interaction),
    input,
  };
}

function inputOf(interaction: Interaction, commands: readonly Command[]): Input | undefined {
  if (interaction.isChatInputCommand())
    return { kind: 'command', command: pathOf(interaction), options: optionsOf(interaction) };
  if (interaction.isMessageContextMenuCommand()) {
    const owner = commands.find(({ menu }) => menu?.label === interaction.commandName);
    return { kind: 'menu', menu: owner?.name ?? interaction.commandName, text: textOf(interaction) };
  }
  if (interaction.isButton()) return { kind: 'action', ...clickOf(interaction.customId) };
  if (interaction.isStringSelectMenu())
    return { kind: 'action', action: interaction.customId, values: interaction.values };
  if (interaction.isModalSubmit()) return submittedIn(interaction);
  return undefined;
}

/** What is typed, a subcommand as `quiz start`. */
export function pathOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction) {
  const subcommand = options.getSubcommand(false);
  return subcommand === null ? commandName : `${commandName} ${subcommand}`;
}

/** Those of a subcommand stand inside of it. */
function optionsOf({ options }: ChatInputCommandInteraction) {
  const given = options.data.flatMap((one) => one.options ?? [one]);
  return Object.fromEntries(given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

/** What a message says, its embeds included: many bots and link previews say everything there. */
function textOf({ targetMessage }: MessageContextMenuCommandInteraction): string {
  const embeds = targetMessage.embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [targetMessage.content, ...embeds].filter(Boolean).join('\n');
}

/** How the member is called there: the server's nickname, else the name they chose, else their handle. */
function nameOf({ member, user }: Interaction): string {
  if (member instanceof GuildMember) return member.displayName;
  return member?.nick ?? user.displayName;
}
