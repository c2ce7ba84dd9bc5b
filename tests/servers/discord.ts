import type { DiscordSettings } from '../../src/adapters/discord/client.ts';
import type { Application, Sessions } from './discord-account.ts';
import { Channel, type ChannelKind } from './discord-channels.ts';
import { interactionEvent } from './discord-event.ts';
import { Gateway } from './discord-gateway.ts';
import { InteractionRecord, kinds } from './discord-interactions.ts';
import { Member, type MemberIdentity, type World } from './discord-member.ts';
import { Messages, type Posted } from './discord-messages.ts';
import { shaped } from './discord-refusal.ts';
import { Rest } from './discord-rest.ts';
import { message } from './discord-rules.ts';
import { asSeen, type Seen } from './discord-seen.ts';
import { asMessage, snowflakeAt } from './discord-shapes.ts';
import { Watch } from './discord-watch.ts';

const bot = { id: '100', name: 'Studyhall' };
const server = '200';
/** A server that the bot is not in. */
const elsewhere = '201';

export interface LoopbackOptions {
  /** Milliseconds by Discord's clock; the machine's if left out. */
  now?: () => number;
  /** Where the bot is told to find the gateway; this server's if left out. */
  gatewayUrl?: string;
}

export type LoopbackDiscord = Awaited<ReturnType<typeof startDiscord>>;

/**
 * A Discord on this machine: a gateway and a REST API on free ports that take one bot, refuse what Discord refuses, and keep what was
 * said to them. Members of its one server do what people do: `const seen = await ana.types('aws', { question: 'sheild' })`.
 */
export async function startDiscord({ now = Date.now, gatewayUrl }: LoopbackOptions = {}) {
  let token = 'MTAw.Lo0p.b4ck-b4ck-b4ck-b4ck-b4ck';
  let count = 0;
  const watch = new Watch();
  const changed = () => watch.changed();
  const application: Application = {
    ...bot,
    flags: 0,
    approximate_guild_count: 1,
    interactions_endpoint_url: null,
  };
  const sessions: Sessions = { shards: 1, total: 1000, remaining: 999, reset_after: 0 };
  const interactions = new Map<string, InteractionRecord>();
  const names = new Map([[application.id, application.name]]);
  const channels = new Map<string, Channel>();
  /** The servers that the bot is in. */
  const homes = new Set([server]);
  const conversations = new Map<string, Channel>();

  const snowflake = () => {
    count += 1;
    return snowflakeAt(now(), count);
  };
  const knows = (offered: string) => offered === token;
  const makeChannel = (
    kind: ChannelKind,
    id: string,
    home: string | undefined,
    parent?: Channel,
  ): Channel => {
    const dispatch = (type: string, data: object) => {
      if (home !== elsewhere) gateway.dispatch(type, data, home);
    };
    const made = new Channel({
      id,
      kind,
      dispatch,
      ...(home === undefined ? {} : { server: home }),
      ...(parent && { parent }),
    });
    channels.set(id, made);
    return made;
  };
  const conversationWith = (member: string): Channel => {
    const known = conversations.get(member) ?? makeChannel('direct', snowflake(), undefined);
    conversations.set(member, known);
    return known;
  };

  const gateway = new Gateway({
    knows,
    ready: () => ({
      user: { id: application.id, username: application.name, discriminator: '0', avatar: null, bot: true },
      application: { id: application.id, flags: 0 },
    }),
    servers: () => [...homes].map((home) => serverBody(home, [...channels.values()])),
  });
  const places = {
    server: makeChannel('text', '300', server),
    group: makeChannel('group', '301', undefined),
    elsewhere: makeChannel('text', '302', elsewhere),
  };
  places.elsewhere.may.clear();
  const messages = new Messages({
    self: application.id,
    channel: (id) => channels.get(id),
    snowflake,
    now,
  });
  await gateway.listening();
  const rest = new Rest({
    knows,
    application,
    sessions,
    server,
    now,
    messages,
    gatewayUrl: () => gatewayUrl ?? gateway.url,
    interaction: (offered) => interactions.get(offered),
    nameOf: (author) => names.get(author) ?? 'Someone',
    conversation: (member) => (names.has(member) ? conversationWith(member).id : undefined),
    changed,
  });
  const apiUrl = await rest.listen();

  const world: World = {
    registered: () => rest.registered,
    messages: () => messages.all,
    channelOf: ({ id, where, channel }) =>
      where === 'bot' ? conversationWith(id) : ((where === 'server' ? channel : undefined) ?? places[where]),
    say: (member, content) => add(world.channelOf(member).id, member.id, { content }),
    interact(kind, member, data, source) {
      const id = snowflake();
      const channel = world.channelOf(member);
      const record = new InteractionRecord({
        id,
        token: `token-${id}`,
        kind,
        member: member.id,
        source,
        now,
        changed,
        post: (posted) =>
          messages.add({ ...posted, channel: channel.id, author: application.id, replyTo: undefined }),
      });
      interactions.set(record.token, record);
      const clicked = source && asMessage(source, { ...bot, bot: true }, source.body);
      const event = interactionEvent(record, kind, application.id, member, channel, data, clicked);
      gateway.dispatch('INTERACTION_CREATE', event, channel.server);
      return record;
    },
  };
  const add = (channel: string, author: string, body: Posted['body']): Posted =>
    messages.add({ channel, author, body, replyTo: undefined, onlyFor: undefined, thinking: false });

  return {
    apiUrl,
    gateway,
    /** What a program that is this bot is told. */
    settings: { token, apiUrl, shards: 'auto' } satisfies DiscordSettings as DiscordSettings,
    /** How the bot's owner has set it up; may be changed. */
    application,
    /** What Discord allows it; may be changed. */
    sessions,
    /** All REST requests so far, in order: everything that was ever sent. */
    requests: rest.requests,
    /** Requests that are to fail, by the start of `METHOD /path`. */
    failing: rest.failing,
    /** Called around each request. */
    hooks: rest.hooks,
    /** Whether the API can be reached at all. */
    api: { shut: () => rest.shut(), reopen: () => rest.reopen() },
    /** The commands registered now. */
    registered: () => rest.registered,
    /** Resolves as soon as it is so; looks after every request. */
    until: (what: () => boolean) => watch.until(what),
    member(name: string, identity: Partial<Omit<MemberIdentity, 'id' | 'name'>> = {}): Member {
      const id = snowflake();
      names.set(id, name);
      return new Member(world, { id, name, where: 'server', ...identity });
    },
    /** The channel where members are, unless said otherwise. */
    channel: places.server,
    /**
     * Another channel or thread of the server. The bot does not see private threads until they `appear` to it.
     *
     * @param home another server, in which the bot is when it connects; its id says to which shard it belongs
     */
    newChannel(kind: ChannelKind = 'text', home: string = server): Channel {
      homes.add(home);
      const parent = kind.endsWith('thread') ? makeChannel('text', snowflake(), home) : undefined;
      parent?.appear();
      const made = makeChannel(kind, snowflake(), home, parent);
      if (kind !== 'private thread') made.appear();
      return made;
    },
    /** A message of the bot's that everyone sees, sent earlier. */
    post(body: unknown): Seen {
      return asSeen(add(places.server.id, application.id, shaped(message, body)));
    },
    /** An interaction as raw as it comes: for what no client of Discord would send. */
    interact: world.interact,
    /** Forgets requests and interactions so far: a long run keeps too many. */
    forget() {
      rest.requests.length = 0;
      interactions.clear();
    },
    /** The bot's owner resets the token: the old one is worth nothing from now on. */
    resetToken() {
      token = 'MTAw.N3w.t0ken-t0ken-t0ken-t0ken';
      gateway.cut(4004);
    },
    async close() {
      await Promise.all([rest.close(), gateway.close()]);
    },
  };
}

/** A server as GUILD_CREATE tells of it: with its channels, and the threads that the bot may see. */
function serverBody(id: string, channels: readonly Channel[]): { id: string } {
  const here = channels.filter((one) => one.server === id && !one.deleted);
  const lists = ['members', 'roles', 'emojis', 'stickers', 'presences', 'voice_states', 'features'];
  return {
    id,
    ...{ name: 'Study', unavailable: false, member_count: 2 },
    ...Object.fromEntries(lists.map((name) => [name, []])),
    ...{ channels: here.filter(({ isThread }) => !isThread).map((one) => one.asBody()) },
    ...{ threads: here.filter(({ kind }) => kind === 'thread').map((one) => one.asBody()) },
  };
}

export { kinds };
