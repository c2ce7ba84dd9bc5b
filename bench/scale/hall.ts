import { setTimeout as sleep } from 'node:timers/promises';
import type { Seen } from '../../tests/servers/discord-seen.ts';
import { hallOn, IDENTIFY } from '../rounds/discord.ts';
import type { Hall } from '../rounds/hall.ts';
import { limitedDiscord } from '../tips/discord.ts';

export interface ShardedHall extends Hall<Seen> {
  /** Requests that were answered with 429 so far. */
  refused(): number;
}

/** The loopback Discord with Discord's limit over all routes: each channel in a server of its own, and these spread evenly over the shards. */
export async function shardedHall(channels: number, shards: number): Promise<ShardedHall> {
  const discord = await limitedDiscord();
  return {
    ...hallOn(discord, channels, (index) => discord.newChannel('text', serverOf(index))),
    refused: () => discord.early.length,
    async connected() {
      while (discord.gateway.received.filter(({ op }) => op === IDENTIFY).length < shards) await sleep(2);
    },
  };
}

/** Ids of servers tell their shard from the 22nd bit on. https://docs.discord.com/developers/events/gateway#sharding */
function serverOf(index: number): string {
  return String(BigInt(index + 1) << 22n);
}
