import { startDiscord } from '../servers/discord.ts';
import type { Recorded } from '../servers/discord-rest.ts';
import type { Seen } from '../servers/discord-seen.ts';
import { outcomeOf, type Person, type Post, type Table } from './table.ts';
import type { Time } from './time.ts';

/** A channel of the loopback Discord. */
export async function discordTable(time: Time): Promise<Table & { discord: Discord }> {
  const discord = await startDiscord({ now: time.now });
  const onlooker = discord.member('Onlooker');
  const personIn = (name: string, channel = discord.channel): Person => {
    const member = discord.member(name, { channel });
    const seen = (post: Post): Seen =>
      onlooker
        .in(channel)
        .sees()
        .find(({ posted }) => posted.id === post.id) ?? gone(post.text);
    return {
      name,
      id: `discord:${member.id}`,
      starts: (questions, seconds) =>
        outcomeOf(() => member.types('quiz start', { questions, seconds: String(seconds) })),
      orders: (what) => outcomeOf(() => member.types(`quiz ${what}`)),
      looksUp: (words) => outcomeOf(() => member.types('sums', { question: words })),
      letters: () => member.alone.sees().map(({ text }) => text),
      whispers: () => {
        const alone = member.sees().filter((one) => one.private);
        return alone.map(({ text }) => text);
      },
      clicks: (post, label) =>
        outcomeOf(async () => {
          const on = seen(post);
          return member.clicks(on, on.controls.find((control) => control.includes(label)) ?? label);
        }),
    };
  };
  return {
    platform: 'discord',
    discord,
    env: { DISCORD_TOKEN: discord.settings.token, DISCORD_API_URL: discord.apiUrl },
    posts: () => onlooker.sees().map(asPost),
    newChannel() {
      const channel = discord.newChannel();
      const manager = discord.member('Manager', { channel, may: ['ManageGuild'] });
      return {
        place: `discord:${channel.id}`,
        posts: () => onlooker.in(channel).sees().map(asPost),
        turnsOn: (wish) => outcomeOf(() => manager.types('tips on', wish)),
        person: (name) => personIn(name, channel),
      };
    },
    person: (name) => personIn(name),
    guardedBy(guard) {
      discord.hooks.before = (request) => (guard(inShort(request), 'before') ? 'cut' : undefined);
      discord.hooks.after = (request) => (guard(inShort(request), 'after') ? 'cut' : undefined);
    },
    close: discord.close,
  };
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>;

function asPost({ posted, text, controls, replyTo }: Seen): Post {
  return { id: posted.id, text, controls, replyTo };
}

function inShort({ method, path }: Recorded): string {
  return `${method} ${path.replace(/\/\d+/g, '').replace(/\/token-\d+/, '')}`;
}

function gone(what: string): never {
  throw new Error(`This is gone: ${what}`);
}
