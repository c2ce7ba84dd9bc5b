import { bitsOf, type Channel } from './discord-channels.ts';
import type { InteractionRecord } from './discord-interactions.ts';
import type { MemberIdentity } from './discord-member.ts';

const contexts = { server: 0, elsewhere: 0, bot: 1, group: 2 } as const;

/** The body of INTERACTION_CREATE. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionEvent(
  { id, token }: InteractionRecord,
  kind: number,
  application: string,
  { id: memberId, name, nick, where, may = [] }: MemberIdentity,
  channel: Channel,
  data: object,
  source: object | undefined,
): object {
  const user = {
    id: memberId,
    username: name.toLowerCase(),
    global_name: name,
    discriminator: '0',
    avatar: null,
  };
  const member = {
    user,
    nick: nick ?? null,
    avatar: null,
    roles: [],
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    permissions: bitsOf(may),
  };
  return {
    id,
    token,
    type: kind,
    version: 1,
    application_id: application,
    data,
    channel: channel.asBody(),
    channel_id: channel.id,
    ...(channel.server ? { guild_id: channel.server, member } : { user }),
    ...(source ? { message: source } : {}),
    app_permissions: bitsOf([...channel.may]),
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: where === 'server' ? { 0: channel.server } : { 1: memberId },
    context: contexts[where],
    attachment_size_limit: 10_485_760,
  };
}
