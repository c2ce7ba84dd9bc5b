import { Refusal, text } from './slack-arguments.ts';
import type { Json } from './slack-blocks.ts';
import type { Rule } from './slack-web-api.ts';
import type { World } from './slack-world.ts';

/** What the app may ask about channels and people. */
export const lookups: Readonly<Record<string, Rule>> = {
  'conversations.info': {
    token: 'bot',
    scope: scopeFor('read'),
    call: (args, world) => {
      const channel = world.channelFor(text(args.channel));
      if (channel.isPrivate && !channel.botIsIn) throw new Refusal('channel_not_found');
      return {
        channel: {
          id: channel.id,
          name: channel.id.toLowerCase(),
          is_private: channel.isPrivate ?? false,
          is_member: channel.botIsIn,
          is_archived: channel.archived ?? false,
          is_read_only: channel.readOnly ?? false,
          is_thread_only: channel.threadsOnly ?? false,
        },
      };
    },
  },
  'conversations.history': { token: 'bot', scope: scopeFor('history'), call: history },
  'users.info': {
    token: 'bot',
    scope: 'users:read',
    call: (args, world) => {
      const id = text(args.user);
      const person = world.people.get(id);
      if (!person) throw new Refusal('user_not_found');
      const { name, team, admin } = person;
      const rights = { is_admin: admin, is_owner: false, is_primary_owner: false };
      return { user: { id, name, team_id: team, tz: 'Asia/Kolkata', ...rights } };
    },
  },
};

/** The newest first. https://docs.slack.dev/reference/methods/conversations.history */
function history(args: Json, world: World): Json {
  const channel = world.channelFor(text(args.channel));
  if (!channel.botIsIn) throw new Refusal(channel.isPrivate ? 'channel_not_found' : 'not_in_channel');
  const all = world
    .messagesIn(channel.id)
    .filter(({ id, thread }) => Number(id) > Number(args.oldest ?? 0) && thread === undefined)
    .toReversed();
  const from = Number(args.cursor ?? 0);
  const until = from + Math.min(Number(args.limit ?? 100), world.historyPage);
  const more = until < all.length;
  return {
    messages: all.slice(from, until).map(({ id, text: said, metadata, user }) => ({
      type: 'message',
      ts: id,
      text: said,
      ...(user === undefined ? { user: world.bot, bot_id: world.botId } : { user }),
      ...(args.include_all_metadata === 'true' && metadata && { metadata }),
    })),
    has_more: more,
    response_metadata: { next_cursor: more ? String(until) : '' },
  };
}

function scopeFor(what: 'read' | 'history') {
  return (args: Json, world: World): string => {
    const id = text(args.channel);
    if (id.startsWith('D')) return `im:${what}`;
    return `${world.channels.get(id)?.isPrivate ? 'groups' : 'channels'}:${what}`;
  };
}
