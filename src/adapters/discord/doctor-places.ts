import {
  type Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  type GuildMember,
} from 'discord.js';
import type { Outlook, Watched } from '../../chat/examination.ts';
import { lacking } from './permissions.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_CHANNEL = 10003;
const MISSING_ACCESS = 50001;
/** Missing access, unknown server, unknown member. */
const notThere = new Set<unknown>([MISSING_ACCESS, 10004, 10007]);

const say = {
  noServer: 'The bot is no longer in its server: whoever manages that may invite it again.',
  noChannel: 'The channel is no longer there: `/tips on` in another one begins anew.',
  unseen: (link: string) =>
    `The bot lacks “View Channel” there (${link}): give it that. If it is a private thread, mention the bot in it.`,
  lacks: (names: string) => `The bot lacks ${names} there: give it that in the channel's settings.`,
  locked: 'The thread is locked: unlock it.',
};

/**
 * Asks Discord what we may do in places, from our roles in the server and what the channel overwrites. A direct conversation is for its member
 * alone to close, and nobody else can know.
 *
 * @param self our own user id
 * @param asked makes a PlatformError of what nobody can go on with
 */
export function placesBy(
  client: Client,
  self: string,
  asked: <T>(answer: Promise<T>) => Promise<T>,
): (place: Watched) => Promise<Outlook> {
  const members = new Map<string, Promise<GuildMember | undefined>>();
  const ourselvesIn = (server: string) => {
    const known = members.get(server);
    if (known) return known;
    const member = askOurselves(client, server, self);
    members.set(server, member);
    return member;
  };

  return async ({ place, server }) => {
    if (server === undefined) return { name: 'a direct conversation', state: 'open' };
    const me = await asked(ourselvesIn(server));
    if (!me) return { name: `Channel ${place}`, state: 'gone', why: say.noServer };
    return asked(outlookIn(me, place));
  };
}

/** Undefined where we are not in the server. */
async function askOurselves(client: Client, server: string, self: string): Promise<GuildMember | undefined> {
  try {
    const guild = await client.guilds.fetch(server);
    return await guild.members.fetch({ user: self, cache: false });
  } catch (error) {
    if (error instanceof DiscordAPIError && notThere.has(error.code)) return undefined;
    throw error;
  }
}

async function outlookIn(me: GuildMember, place: string): Promise<Outlook> {
  const { channels, name: server } = me.guild;
  let name = `Channel ${place} in ${server}`;
  try {
    const channel = await channels.fetch(place);
    if (!channel) return { name, state: 'gone', why: say.noChannel };
    name = `#${channel.name} in ${server}`;
    const thread = channel.isThread() ? channel : undefined;
    if (thread?.parentId) await channels.fetch(thread.parentId); // where a thread has its permissions from
    const permissions = channel.permissionsFor(me);
    const missing = permissions && lacking(permissions, thread !== undefined);
    if (missing) return { name, state: 'closed', why: say.lacks(missing) };
    if (thread?.locked && !permissions?.has('ManageThreads'))
      return { name, state: 'closed', why: say.locked };
    return { name, state: 'open' };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === MISSING_ACCESS)
      return {
        name,
        state: 'closed',
        why: say.unseen(`https://discord.com/channels/${me.guild.id}/${place}`),
      };
    if (isGone(error)) return { name, state: 'gone', why: say.noChannel };
    throw error;
  }
}

/** Discord does not know the channel, or it belongs to another server. */
function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError
    ? error.code === UNKNOWN_CHANNEL
    : error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.GuildChannelUnowned;
}
