import type { webApi } from '@slack/bolt';
import type { Outlook, Watched } from '../../chat/examination.ts';
import { codeOf, platformError } from './errors.ts';

const say = {
  invite: (name: string) => `The app is not in it: type /invite @${name} there.`,
  unseen: (name: string) =>
    `Slack does not show it to the app: it is deleted, or private and the app is not in it. If it is there, type /invite @${name} in it.`,
  archived: 'It is archived: unarchive it, or begin anew with `/tips on` in another one.',
  readOnly: 'Only some may write there: let an admin add the app to them.',
  threadsOnly: 'Only replies can be written there: begin anew with `/tips on` in another one.',
  unknowable: (scope: string, name: string) =>
    `Without the scope ${scope} nobody can know whether the app is in it: where nothing comes, /invite @${name} mends it.`,
};

/**
 * Asks Slack whether we can post in places. A direct conversation is always open to the app.
 *
 * @param name what members call us, without the @
 * @param asked gives Slack's own refusals, and makes a PlatformError of what nobody can go on with
 */
export function placesBy(
  client: webApi.WebClient,
  name: string,
  asked: <T>(answer: Promise<T>) => Promise<T>,
): (place: Watched) => Promise<Outlook> {
  return async ({ place }) => {
    if (place.startsWith('D')) return { name: 'a direct conversation', state: 'open' };
    const unnamed = `Channel ${place}`;
    try {
      const { channel } = await asked(client.conversations.info({ channel: place }));
      const named = channel?.name ? `#${channel.name}` : unnamed;
      const closed = (why: string): Outlook => ({ name: named, state: 'closed', why });
      if (channel?.is_archived) return closed(say.archived);
      if (!channel?.is_member) return closed(say.invite(name));
      if (channel.is_read_only) return closed(say.readOnly);
      return channel.is_thread_only ? closed(say.threadsOnly) : { name: named, state: 'open' };
    } catch (error) {
      const code = codeOf(error);
      if (code === 'channel_not_found') return { name: unnamed, state: 'closed', why: say.unseen(name) };
      if (code !== 'missing_scope') throw platformError(error, 'SLACK_BOT_TOKEN');
      const scope = 'channels:read, or groups:read if it is private,';
      return { name: unnamed, state: 'unknown', why: say.unknowable(scope, name) };
    }
  };
}
