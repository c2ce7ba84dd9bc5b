import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../../tests/servers/discord.ts';
import type { Channel } from '../../tests/servers/discord-channels.ts';
import type { Member } from '../../tests/servers/discord-member.ts';
import { controlsOf, type Seen } from '../../tests/servers/discord-seen.ts';
import { type Hall, PLAYERS, type Player, PublicCalls, someOf, type Table } from './hall.ts';

/** The operation with which a client makes itself known. https://docs.discord.com/developers/events/gateway-events#identify */
export const IDENTIFY = 2;

/** The tests' loopback Discord, with a text channel for each round. */
export async function discordHall(rounds: number): Promise<Hall<Seen>> {
  const discord = await startDiscord();
  return hallOn(discord, rounds, () => discord.newChannel());
}

type Discord = Awaited<ReturnType<typeof startDiscord>>;

/** @param newChannel makes the channel of each round; one shard is taken to be all */
export function hallOn(discord: Discord, rounds: number, newChannel: (index: number) => Channel): Hall<Seen> {
  const calls = new Map<string, PublicCalls>();
  const { after } = discord.hooks;
  discord.hooks.after = (request) => {
    const [, channel = ''] = /^\/channels\/(\d+)\/messages/.exec(request.path) ?? [];
    calls.get(channel)?.add();
    return after?.(request);
  };
  const ready = () => discord.until(() => discord.registered().length > 0);
  const tables = Array.from({ length: rounds }, (_, index): Table<Seen> => {
    const channel = newChannel(index);
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
    async connected() {
      while (!discord.gateway.received.some(({ op }) => op === IDENTIFY)) await sleep(2);
    },
    close: discord.close,
  };
}

/** @param ready resolves when commands are registered */
function playerOf(member: Member, ready: () => Promise<void>): Player<Seen> {
  return {
    async starts() {
      await ready();
      return textOf(member.types('quiz start', { questions: 10, seconds: 'none' }));
    },
    presses: (post, label) => textOf(member.clicks(post, label)),
    answers(post, seed) {
      const controls = controlsOf(post.body);
      const select = controls.find(({ type }) => type === 3);
      if (select?.type === 3) {
        const labels = select.options.map(({ label }) => label);
        return textOf(member.picks(post, ...someOf(labels, select.max_values ?? 1, seed)));
      }
      const choices = controls.filter((one) => 'custom_id' in one && one.custom_id.startsWith('quiz:answer'));
      const [choice] = someOf(choices, 1, seed);
      return textOf(member.clicks(post, choice?.type === 2 ? choice.label : 'an answer'));
    },
  };
}

async function textOf(seen: Promise<Seen>): Promise<string> {
  return (await seen).text;
}

/** The last post that can be clicked on, as it is now. */
function lastPost(seen: readonly Seen[]): Seen {
  const post = seen.findLast((one) => !one.private && one.controls.length > 0);
  if (!post) throw new Error('Nothing was posted.');
  return { ...post, posted: { ...post.posted } };
}
