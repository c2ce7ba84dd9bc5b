import type { webApi } from '@slack/bolt';
import type { PlatformError } from '../../chat/errors.ts';
import type { Message } from '../../chat/message.ts';
import { type Port, type Posted, SendError } from '../../chat/port.ts';
import type { After } from './after.ts';
import type { Payload } from './blocks.ts';
import { codeOf, isFinal, platformError } from './errors.ts';
import { milliseconds, userOf } from './events.ts';
import { sendError } from './failures.ts';
import { calm, handOver } from './files.ts';
import { findRows, metadata, rowsOf } from './history.ts';
import { limits } from './limits.ts';
import { type PermissionDeps, permissionsBy, without } from './permissions.ts';
import { render } from './render.ts';

export interface PortDeps extends PermissionDeps {
  after: After;
  /** Told when the token is refused. */
  lost(error: PlatformError): void;
}

/**
 * Posts over Slack's Web API. A message that is longer than one may be is several, posted whole or not at all: the id of the whole is
 * the timestamps of all, joined by commas. Slack has no replies but threads, in which the channel would not see them: `replyTo` is left
 * out.
 */
export function slackPort(deps: PortDeps): Port {
  const { client, self, lost } = deps;
  const permissions = permissionsBy(deps);

  /** @throws SendError */
  const asked = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      if (isFinal(error)) lost(platformError(error, 'SLACK_BOT_TOKEN'));
      throw sendError(error);
    }
  };

  return {
    idempotentFor: 0,
    pace: { burst: Number.POSITIVE_INFINITY, steady: limits.messagesPerMinute / 60 },
    post: ({ place, message, key }) => asked(() => post(client, place, message, key)),
    edit: (place, id, message) => asked(() => edit(client, place, id.split(','), payloadsOf(message))),
    direct: (member, message, key) =>
      asked(async () => {
        const user = userOf(member);
        return post(client, user, await handOver(deps, user, message), key);
      }),
    find: ({ place, message, key }, since) =>
      asked(async () => {
        const rows = rowsOf(key, payloadsOf(message).length);
        const found = await findRows(client, { channel: place, bot: self().botId, rows, since });
        if (found === 'unknowable') return found;
        const taken = rows.flatMap((row) => found.get(row) ?? []);
        if (taken.length === rows.length) return whole(taken);
        for (const ts of taken) await remove(client, place, ts);
        return 'absent';
      }),
    permissions: (event) => asked(() => permissions(event)),
    timeZone: ({ actor }) => asked(() => timeZoneOf(client, userOf(actor.id))),
    async isIn(server) {
      // Of other workspaces, a token of ours cannot tell: members of theirs meet us in shared channels.
      if (server !== self().team) return undefined;
      await asked(() => client.auth.test());
      return true;
    },
    // As chat.getPermalink makes them: https://docs.slack.dev/reference/methods/chat.getPermalink
    linkTo({ place }, id) {
      const [first = ''] = id.split(',');
      const { url } = self();
      return url && new URL(`archives/${place.id}/p${first.replace('.', '')}`, url).href;
    },
  };
}

async function post(
  client: webApi.WebClient,
  channel: string,
  message: Message,
  key: string,
): Promise<Posted> {
  const payloads = payloadsOf(message);
  const rows = rowsOf(key, payloads.length);
  const taken: { channel: string; ts: string }[] = [];
  try {
    for (const [index, payload] of payloads.entries()) {
      const row = metadata(rows[index] ?? key);
      const answer = await client.chat.postMessage({ channel, ...payload, ...calm, metadata: row });
      if (!answer.ts) throw new SendError({ kind: 'unknown' }, 'Slack gave no timestamp.');
      taken.push({ channel: answer.channel ?? channel, ts: answer.ts });
    }
  } catch (error) {
    for (const { channel, ts } of taken) await remove(client, channel, ts).catch(leftBehind);
    throw error;
  }
  return whole(taken.map(({ ts }) => ts));
}

/** What the member has chosen in their profile: https://docs.slack.dev/reference/objects/user-object */
async function timeZoneOf(client: webApi.WebClient, user: string): Promise<string | undefined> {
  try {
    return (await client.users.info({ user })).user?.tz;
  } catch (error) {
    return without(error, ['missing_scope', 'user_not_found', 'user_not_visible'], undefined);
  }
}

/** Messages that the text has become too short for are taken away, with the controls on them. */
async function edit(
  client: webApi.WebClient,
  channel: string,
  ids: readonly string[],
  payloads: readonly Payload[],
): Promise<void> {
  if (payloads.length > ids.length)
    throw new SendError({ kind: 'refused' }, 'The message has become longer than the one it is to replace.');
  const refusals: SendError[] = [];
  for (const [index, ts] of ids.entries()) {
    const payload = payloads[index];
    try {
      if (payload) await client.chat.update({ channel, ts, ...payload });
      else await remove(client, channel, ts);
    } catch (error) {
      const failed = sendError(error);
      if (failed.failure.kind !== 'refused') throw error;
      refusals.push(failed);
    }
  }
  if (refusals[0]) throw refusals[0];
}

/** Also true of a message that is gone already. */
async function remove(client: webApi.WebClient, channel: string, ts: string): Promise<void> {
  try {
    await client.chat.delete({ channel, ts });
  } catch (error) {
    if (codeOf(error) !== 'message_not_found') throw error;
  }
}

/** A part of a message is there without the rest: `find` will know. */
function leftBehind(): never {
  throw new SendError({ kind: 'unknown' }, 'A part of a message could not be taken back.');
}

/** The question is on the screen when the last of it is. */
function whole(ids: readonly string[]): Posted {
  return { id: ids.join(','), at: milliseconds(ids.at(-1) ?? '0') };
}

/** @throws SendError for a message without content, which Slack would not take */
function payloadsOf(message: Message): Payload[] {
  const payloads = render(message);
  if (payloads.length === 0) throw new SendError({ kind: 'refused' }, 'The message is empty.');
  return payloads;
}
