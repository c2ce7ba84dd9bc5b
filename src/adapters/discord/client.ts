import { Client, GatewayIntentBits, Options, type RESTOptions } from 'discord.js';
import { EndableSharding } from './sharding.ts';

export interface DiscordSettings {
  token: string;
  /** REST base without version; Discord's own if left out. */
  apiUrl?: string;
  /** All shards in this process, or these of so many. */
  shards: 'auto' | { ids: number[]; count: number };
}

/**
 * A client that listens to interactions alone, and keeps as little of what Discord sends as discord.js lets it: a host may have no more
 * than 512 MB.
 */
export function createClient({ apiUrl, shards }: DiscordSettings): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: 0,
      VoiceStateManager: 0,
    }),
    // discord.js holds interactions back until it has heard of every server; nothing here needs to know the servers.
    waitGuildTimeout: 0,
    // Answers to interactions are exempt from the limit over all routes, and little else goes this way:
    // https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
    rest: {
      ...restOptions(apiUrl),
      rejectOnRateLimit: ['/applications'],
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    },
    ws: { buildStrategy: (manager) => new EndableSharding(manager) },
    ...(shards === 'auto' ? { shards } : { shards: shards.ids, shardCount: shards.count }),
  });
}

/** Where the REST API is. */
export function restOptions(apiUrl: string | undefined): Partial<RESTOptions> {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '') };
}
