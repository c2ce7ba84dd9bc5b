import {
  type Client,
  GatewayDispatchEvents,
  type GatewayReadyDispatchData,
  ShardClientUtil,
  Status,
} from 'discord.js';

/**
 * Whether the bot is in a server. Undefined where its shard is not this client's, or not connected just now, and during an outage of the server.
 * https://docs.discord.com/developers/events/gateway#sharding
 */
export function isIn(client: Client, server: string): boolean | undefined {
  const shard = ShardClientUtil.shardIdForGuildId(server, client.options.shardCount ?? 1);
  if (client.ws.shards.get(shard)?.status !== Status.Ready) return undefined;
  const known = client.guilds.cache.get(server);
  if (!known) return false;
  return known.available ? true : undefined;
}

/** A new session tells of all servers of its shard: discord.js would keep those that removed the bot since the last one. */
export function followServers(client: Client): void {
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData, shard) => {
    const told = new Set(guilds.map(({ id }) => id));
    client.guilds.cache.sweep((server) => server.shardId === shard && !told.has(server.id));
  });
}
