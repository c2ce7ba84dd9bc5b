import { SnowflakeUtil } from 'discord.js';
import type { Message } from '../../chat/message.ts';
import type { Permissions } from '../../chat/permissions.ts';
import { type Port, type Posted, type Posting, SendError } from '../../chat/port.ts';
import type { Calls } from './calls.ts';
import { findPosts } from './history.ts';
import { limits } from './limits.ts';
import { unseen } from './permissions.ts';
import { contentAlone, render } from './render.ts';

/** Stands in the id of a message that is several on Discord, between theirs. */
const AND = '+';

/** What the gateway has told us. */
export interface Bot {
  /** Our own user id. */
  id(): string;
  /** Whether it told of this channel or thread. */
  knows(channel: string): boolean;
  /** Whether we are in this server, where it can tell. */
  isIn(server: string): boolean | undefined;
}

const nobody: Permissions = { moderates: false, manages: false };

/**
 * Posts on Discord by ourselves. The key of a post is its nonce there: for some minutes Discord gives back the message that was posted
 * with it, instead of posting another. https://docs.discord.com/developers/resources/message#create-message
 */
export function createPort(calls: Calls, bot: Bot): Port {
  const post = async ({ place, message, key, replyTo }: Posting): Promise<Posted> => {
    const ids: string[] = [];
    for (const [index, payload] of payloadsOf(message).entries()) {
      const nonce = { nonce: nonceOf(key, index), enforce_nonce: true };
      const more = index === 0 ? { ...nonce, ...referenceTo(replyTo) } : nonce;
      ids.push(
        await calls.create(place, payload, more).catch((error) => {
          throw index === 0 ? error : begun(error);
        }),
      );
    }
    return posted(ids);
  };

  return {
    idempotentFor: 2 * 60_000,
    pace: { burst: limits.requestsPerSecond, steady: limits.requestsPerSecond },
    post,
    async edit(place, id, message) {
      const ids = id.split(AND);
      const payloads = payloadsOf(message);
      if (payloads.length > ids.length)
        throw new SendError({ kind: 'refused' }, 'A message cannot be edited to be more messages.');
      for (const [index, one] of ids.entries()) {
        const payload = payloads[index];
        if (payload) await calls.edit(place, one, payload);
        else await calls.remove(place, one);
      }
    },
    async direct(member, message, key) {
      return post({ place: await calls.conversation(member), message, key });
    },
    async find({ place, message, key }, since) {
      const sought = payloadsOf(message).map((payload, index) => ({ payload, nonce: nonceOf(key, index) }));
      const found = await findPosts(calls, place, bot.id(), sought, since);
      if (found === undefined) return 'unknowable';
      const ids = found.filter((id) => id !== undefined);
      if (ids.length === sought.length) return posted(ids);
      // Of a message of several parts only the first ones were taken: it is posted anew, so they go.
      for (const id of ids) await calls.remove(place, id);
      return 'absent';
    },
    async permissions({ permissions = nobody, place, server }) {
      if (permissions.cannotPost !== undefined || server === undefined || bot.knows(place.id))
        return permissions;
      return calls.look(place.id).then(
        () => permissions,
        (error) => {
          if (error instanceof SendError && error.failure.kind === 'refused')
            return { ...permissions, cannotPost: unseen };
          throw error;
        },
      );
    },
    // Discord tells nobody's.
    timeZone: async () => undefined,
    isIn: async (server) => bot.isIn(server),
    linkTo({ place, server }, id) {
      return `https://discord.com/channels/${server ?? '@me'}/${place.id}/${firstOf(id)}`;
    },
  };
}

function payloadsOf(message: Message) {
  return render(message, contentAlone);
}

/** At most 25 characters. */
function nonceOf(key: string, index: number): string {
  return `${key}-${index}`;
}

/** What is answered stands in its first message; where that is gone, Discord posts all the same. */
function referenceTo(id: string | undefined) {
  if (id === undefined) return {};
  return { message_reference: { message_id: firstOf(id), fail_if_not_exists: false } };
}

function firstOf(id: string): string {
  return id.split(AND)[0] ?? id;
}

/** The beginning of a message was posted: the rest may come later, but it is no longer true that nothing was done. */
function begun(error: unknown): unknown {
  const waits = error instanceof SendError && error.failure.kind === 'later';
  return waits ? new SendError({ kind: 'unknown' }, error.message) : error;
}

/** The controls stand in the last message: from its time on they can be used. */
function posted(ids: readonly string[]): Posted {
  return { id: ids.join(AND), at: SnowflakeUtil.timestampFrom(ids.at(-1) ?? '') };
}
