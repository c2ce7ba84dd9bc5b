import { type Interaction, InteractionContextType, PermissionsBitField } from 'discord.js';
import type { Permissions } from '../../chat/permissions.ts';

const labels = {
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ViewChannel: 'View Channel',
  ReadMessageHistory: 'Read Message History',
};

/** Of private threads we see those alone that we were added to; an interaction does not tell. */
export const unseen = 'I do not see this thread: mention me in it, which adds me, then try again.';

type Needed = keyof typeof labels;

/** What posting needs: the history to find our own posts again, and to reply to them. */
const needed: Record<'channel' | 'thread', readonly Needed[]> = {
  channel: ['SendMessages', 'ViewChannel', 'ReadMessageHistory'],
  thread: ['SendMessagesInThreads', 'ViewChannel', 'ReadMessageHistory'],
};

const all = [...new Set([...needed.channel, ...needed.thread])];

/** All that the bot is invited with: as Discord calls it, and as the number in an invite. */
export const invited = {
  names: all.map((one) => labels[one]).join(', '),
  bits: String(new PermissionsBitField(all).bitfield),
};

/**
 * What a member may do where an interaction comes from, and whether we can post there, from what Discord sends with it.
 *
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function permissionsOf(interaction: Interaction): Permissions {
  if (interaction.context === InteractionContextType.BotDM) return { moderates: true, manages: false };
  const { memberPermissions } = interaction;
  const manages = memberPermissions?.has('ManageGuild') ?? false;
  const moderates = manages || (memberPermissions?.has('ManageMessages') ?? false);
  const cannotPost = obstacle(interaction);
  return { moderates, manages, ...(cannotPost === undefined ? {} : { cannotPost }) };
}

function obstacle(interaction: Interaction): string | undefined {
  const { appPermissions, context, guild, channel, authorizingIntegrationOwners } = interaction;
  if (context === InteractionContextType.PrivateChannel)
    return 'I am not part of this conversation: try again in a server that has added me.';
  if (guild === null || authorizingIntegrationOwners.guildId === null)
    return 'I am not in this server: ask somebody who manages it to add me from my profile, then try again.';

  const thread = channel?.isThread() ? channel : undefined;
  // discord.js knows all channels of a server, and of its threads those that it was told of.
  const isThread = channel === null ? guild.available : thread !== undefined;
  const missing = lacking(appPermissions, isThread);
  if (missing !== undefined)
    return `I may not post here: give me ${missing} in this channel, then try again.`;
  if (thread?.locked && !appPermissions.has('ManageThreads'))
    return 'This thread is locked: unlock it, then try again.';
  return undefined;
}

/** What posting lacks, as Discord calls it; undefined where nothing is missing. */
export function lacking(permissions: Readonly<PermissionsBitField>, isThread: boolean): string | undefined {
  const missing = needed[isThread ? 'thread' : 'channel'].filter((one) => !permissions.has(one));
  if (missing.length === 0) return undefined;
  const quoted = missing.map((one) => `“${labels[one]}”`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter(Boolean).join(' and ');
}
