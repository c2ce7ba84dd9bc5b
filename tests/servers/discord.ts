import type { DiscordSettings } from '../../src/adapters/discord/client.ts';
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

const application = { id: '100', name: 'Studyhall' };
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
  const interactions = new Map<string, InteractionRecord>();
  const names = new Map([[application.id, application.name]]);
  const channels = new Map<string, Channel>();
  const conversations = new Map<string, Channel>();

  const snowflake = () => {
    count += 1;
    return snowflakeAt(now(), count);
  };
  const knows = (offered: string) => offered === token;
  const makeChannel = (kind: ChannelKind, id: string, home: string | undefined): Channel => {
    const dispatch = (type: string, data: object) => {
      if (home !== elsewhere) gateway.dispatch(type, data, home);
    };
    const made = new Channel({ id, kind, dispatch, ...(home === undefined ? {} : { server: home }) });
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
      guilds: [{ id: server, unavailable: true }],
    }),
    servers: () => [serverBody([...channels.values()])],
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
      const clicked = source && asMessage(source, { ...application, bot: true }, source.body);
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
    /** All REST requests so far, in order: everything that was ever sent. */
    requests: rest.requests,
    /** Requests that are to fail, by the start of `METHOD /path`. */
    failing: rest.failing,
    /** Called around each request. */
    hooks: rest.hooks,
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
    /** Another channel or thread of the server. The bot does not see private threads until they `appear` to it. */
    newChannel(kind: ChannelKind = 'text'): Channel {
      const made = makeChannel(kind, snowflake(), server);
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

/** The server as GUILD_CREATE tells of it: with its channels, and the threads that the bot may see. */
function serverBody(channels: readonly Channel[]): { id: string } {
  const here = channels.filter((one) => one.server === server && !one.deleted);
  const lists = ['members', 'roles', 'emojis', 'stickers', 'presences', 'voice_states', 'features'];
  return {
    id: server,
    ...{ name: 'Study', unavailable: false, member_count: 2 },
    ...Object.fromEntries(lists.map((name) => [name, []])),
    ...{ channels: here.filter(({ isThread }) => !isThread).map((one) => one.asBody()) },
    ...{ threads: here.filter(({ kind }) => kind === 'thread').map((one) => one.asBody()) },
  };
}

export { kinds };
