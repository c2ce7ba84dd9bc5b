import { setTimeout as sleep } from 'node:timers/promises';
import type { Seen } from '../../tests/servers/discord-seen.ts';
import { lastPost, playerOf } from '../rounds/discord.ts';
import { type Hall, PLAYERS, PublicCalls, type Table } from '../rounds/hall.ts';
import { limitedDiscord } from '../tips/discord.ts';

export interface ShardedHall extends Hall<Seen> {
  /** Requests that were answered with 429 so far. */
  refused(): number;
}

const IDENTIFY = 2;

/** The loopback Discord with Discord's limit over all routes: each channel in a server of its own, and these spread evenly over the shards. */
export async function shardedHall(channels: number, shards: number): Promise<ShardedHall> {
  const discord = await limitedDiscord();
  const calls = new Map<string, PublicCalls>();
  const { after } = discord.hooks;
  discord.hooks.after = (request) => {
    const [, channel = ''] = /^\/channels\/(\d+)\/messages/.exec(request.path) ?? [];
    calls.get(channel)?.add();
    return after?.(request);
  };
  const ready = () => discord.until(() => discord.registered().length > 0);
  const tables = Array.from({ length: channels }, (_, index): Table<Seen> => {
    const channel = discord.newChannel('text', serverOf(index));
    const own = new PublicCalls();
    calls.set(channel.id, own);
    const members = Array.from({ length: PLAYERS }, (_, seat) =>
      discord.member(`Player ${seat + 1}`, { channel }),
    );
    return {
      players: members.map((member) => playerOf(member, ready)),
      calls: own,
      post: () => lastPost(members[0]?.sees() ?? []),
    };
  });
  return {
    env: { DISCORD_TOKEN: discord.settings.token, DISCORD_API_URL: discord.apiUrl },
    tables,
    refused: () => discord.early.length,
    async connected() {
      while (discord.gateway.received.filter(({ op }) => op === IDENTIFY).length < shards) await sleep(2);
    },
    close: discord.close,
  };
}

/** Ids of servers tell their shard from the 22nd bit on. https://docs.discord.com/developers/events/gateway#sharding */
function serverOf(index: number): string {
  return String(BigInt(index + 1) << 22n);
}
