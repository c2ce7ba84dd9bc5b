import { bitsOf } from './discord-channels.ts';
import { Refusal } from './discord-refusal.ts';

/** The bot's application, as its owner has set it up. https://docs.discord.com/developers/resources/application */
export interface Application {
  id: string;
  name: string;
  flags: number;
  approximate_guild_count: number;
  interactions_endpoint_url: string | null;
}

/** How many shards Discord recommends, and how many connections it still allows today. */
export interface Sessions {
  shards: number;
  total: number;
  remaining: number;
  reset_after: number;
}

/** `/gateway/bot`. https://docs.discord.com/developers/events/gateway#get-gateway-bot */
export function gatewayBody(url: string, { shards, ...limit }: Sessions): object {
  return { url, shards, session_start_limit: { ...limit, max_concurrency: 16 } };
}

/** `/applications/@me`. */
export function applicationBody(application: Application): object {
  return { ...application, description: '', bot: botUser(application) };
}

/**
 * The bot's server and the bot as its member: without a role of its own, so that channels settle what it may do.
 *
 * @returns undefined for other paths
 */
export function serverAnswer(path: string, server: string, application: Application): object | undefined {
  const [, id, rest = ''] = /^\/guilds\/(\d+)(\/.*)?$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  if (id !== server) throw new Refusal(404, 10004, 'Unknown Guild');
  if (rest === '') return serverBody(server);
  if (rest !== `/members/${application.id}`) throw new Refusal(404, 10007, 'Unknown Member');
  const joined = { joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 };
  return { user: botUser(application), roles: [], ...joined };
}

function serverBody(id: string): object {
  const everyone = { id, name: '@everyone', permissions: bitsOf(['ViewChannel']), position: 0 };
  return { id, name: 'Study', owner_id: '1', roles: [everyone], emojis: [], stickers: [], features: [] };
}

function botUser({ id, name }: Application): object {
  return { id, username: name, discriminator: '0', avatar: null, bot: true };
}
