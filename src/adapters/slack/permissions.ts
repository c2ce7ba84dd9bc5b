import type { webApi } from '@slack/bolt';
import type { Event } from '../../chat/event.ts';
import type { Permissions } from '../../chat/permissions.ts';
import { codeOf } from './errors.ts';
import { userOf } from './events.ts';
import type { Identity } from './identity.ts';
import { memory } from './memory.ts';

export interface PermissionDeps {
  client: webApi.WebClient;
  /** Milliseconds since 1970. */
  now(): number;
  /** Who we are. */
  self(): Identity;
}

/** Milliseconds for which an answer of Slack's is believed. */
const BELIEVED = 60_000;

const say = {
  invite: (name: string) => `I am not in this channel: type /invite @${name} here, then ask again.`,
  archived: 'This channel is archived: ask again in one that is not.',
  readOnly: 'In this channel only some may write: ask an admin to let me, or ask again in another one.',
  threadsOnly: 'In this channel only replies can be written: ask again in another one.',
};

/**
 * Asks Slack who may do what, and where we can post. What forbids us a channel is not remembered, so that an invitation counts at
 * once. In a direct conversation everyone moderates.
 *
 * @throws what the Web API throws
 */
export function permissionsBy({ client, now, self }: PermissionDeps): (event: Event) => Promise<Permissions> {
  const admins = memory<boolean>(BELIEVED, now);
  const open = memory<true>(BELIEVED, now);

  const isAdmin = async (actor: string): Promise<boolean> => {
    const known = admins.get(actor) ?? (await askAdmin(client, userOf(actor), self().team));
    admins.set(actor, known);
    return known;
  };

  const cannotPost = async (channel: string): Promise<string | undefined> => {
    if (open.get(channel)) return undefined;
    const why = await askChannel(client, channel, self().name);
    if (why === undefined) open.set(channel, true);
    return why;
  };

  return async ({ actor, place }) => {
    const [manages, why] = await Promise.all([
      isAdmin(actor.id),
      place.direct ? undefined : cannotPost(place.id),
    ]);
    return { manages, moderates: manages || place.direct, ...(why !== undefined && { cannotPost: why }) };
  };
}

/** Whether a member is admin or owner of our own workspace: an admin of another one, in a shared channel, is a member like others. */
async function askAdmin(client: webApi.WebClient, user: string, team: string): Promise<boolean> {
  try {
    const { user: found } = await client.users.info({ user });
    const ours = [found?.team_id, ...(found?.enterprise_user?.teams ?? [])].includes(team);
    return ours && [found?.is_admin, found?.is_owner, found?.is_primary_owner].includes(true);
  } catch (error) {
    return without(error, ['missing_scope', 'user_not_found', 'user_not_visible'], false);
  }
}

/** Why we cannot post in a channel. Without the scope to ask for it, the first post will tell. */
async function askChannel(
  client: webApi.WebClient,
  channel: string,
  name: string,
): Promise<string | undefined> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    if (found?.is_archived) return say.archived;
    if (!found?.is_member) return say.invite(name);
    if (found.is_read_only) return say.readOnly;
    return found.is_thread_only ? say.threadsOnly : undefined;
  } catch (error) {
    if (codeOf(error) === 'channel_not_found') return say.invite(name);
    return without(error, ['missing_scope'], undefined);
  }
}

/** Something else in the place of what Slack refuses with one of these codes. */
export function without<T>(error: unknown, codes: readonly string[], instead: T): T {
  if (codes.includes(codeOf(error))) return instead;
  throw error;
}
