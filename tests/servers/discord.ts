import type { DiscordSettings } from '../../src/adapters/discord/client.ts';
import { Gateway } from './discord-gateway.ts';
import { InteractionRecord, kinds, type Posted, shaped } from './discord-interactions.ts';
import { asSeen, Member, type MemberIdentity, type Seen, type World } from './discord-member.ts';
import { asMessage, Rest } from './discord-rest.ts';
import { message } from './discord-rules.ts';

const application = { id: '100', name: 'Studyhall' };
const server = '200';
const channel = '300';
const DISCORD_EPOCH = 1_420_070_400_000;
const places = {
  server: { context: 0, channelType: 0 },
  bot: { context: 1, channelType: 1 },
  group: { context: 2, channelType: 3 },
} as const;

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
  const messages: Posted[] = [];
  const interactions = new Map<string, InteractionRecord>();
  const waiting = new Set<() => void>();

  const changed = () => {
    for (const check of [...waiting]) check();
  };
  const snowflake = () => {
    count += 1;
    return String((BigInt(Math.trunc(now()) - DISCORD_EPOCH) << 22n) + BigInt(count));
  };
  const knows = (offered: string) => offered === token;
  const gateway = new Gateway({
    knows,
    ready: () => ({
      user: { id: application.id, username: application.name, discriminator: '0', avatar: null, bot: true },
      application: { id: application.id, flags: 0 },
      guilds: [{ id: server, unavailable: true }],
    }),
  });
  await gateway.listening();
  const rest = new Rest({
    knows,
    application,
    gatewayUrl: () => gatewayUrl ?? gateway.url,
    interaction: (offered) => interactions.get(offered),
    changed,
  });
  const apiUrl = await rest.listen();

  const world: World = {
    application,
    messages,
    registered: () => rest.registered,
    until: (what) =>
      new Promise((done) => {
        const check = () => {
          if (!what()) return;
          waiting.delete(check);
          done();
        };
        waiting.add(check);
        check();
      }),
    interact(kind, member, data, source) {
      const id = snowflake();
      const record = new InteractionRecord({
        id,
        token: `token-${id}`,
        kind,
        member: member.id,
        source,
        now,
        changed,
        post(posted) {
          const message = { ...posted, id: snowflake() };
          messages.push(message);
          return message;
        },
      });
      interactions.set(record.token, record);
      gateway.dispatch(
        'INTERACTION_CREATE',
        interactionBody(record, kind, member, data, source),
        member.where === 'server' ? server : undefined,
      );
      return record;
    },
  };

  return {
    apiUrl,
    gateway,
    /** What a program that is this bot is told. */
    settings: { token, apiUrl, shards: 'auto' } satisfies DiscordSettings as DiscordSettings,
    /** All REST requests so far, in order. */
    requests: rest.requests,
    /** Requests that are to fail, by the start of `METHOD /path`. */
    failing: rest.failing,
    /** The commands registered now. */
    registered: () => rest.registered,
    /** Resolves as soon as it is so; looks after every request. */
    until: world.until,
    member(
      name: string,
      { nick, where = 'server' }: Partial<Pick<MemberIdentity, 'nick' | 'where'>> = {},
    ): Member {
      return new Member(world, { id: snowflake(), name, where, ...(nick === undefined ? {} : { nick }) });
    },
    /** A message of the bot's that everyone sees, sent earlier. */
    post(body: unknown): Seen {
      const posted: Posted = {
        id: snowflake(),
        body: shaped(message, body),
        onlyFor: undefined,
        edits: 0,
        deleted: false,
        thinking: false,
      };
      messages.push(posted);
      return asSeen(posted);
    },
    /** An interaction as raw as it comes: for what no client of Discord would send. */
    interact: world.interact,
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

function interactionBody(
  { id, token }: InteractionRecord,
  kind: number,
  { id: memberId, name, nick, where }: MemberIdentity,
  data: object,
  source: Posted | undefined,
): object {
  const { context, channelType } = places[where];
  const user = {
    id: memberId,
    username: name.toLowerCase(),
    global_name: name,
    discriminator: '0',
    avatar: null,
  };
  const asMember = {
    user,
    nick: nick ?? null,
    avatar: null,
    roles: [],
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    permissions: '0',
  };
  return {
    id,
    token,
    type: kind,
    version: 1,
    application_id: application.id,
    data,
    channel: { id: channel, type: channelType },
    channel_id: channel,
    ...(where === 'server' ? { guild_id: server, member: asMember } : { user }),
    ...(source ? { message: asMessage(source.id, application, source.body) } : {}),
    app_permissions: '0',
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: where === 'server' ? { 0: server } : { 1: memberId },
    context,
    attachment_size_limit: 10_485_760,
  };
}

export { kinds };
