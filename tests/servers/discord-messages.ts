import { z } from 'zod';
import type { Channel } from './discord-channels.ts';
import { invalid, Refusal, shaped } from './discord-refusal.ts';
import { isEmpty, type MessageShape, message } from './discord-rules.ts';

/** A message as it stands in a channel. */
export interface Posted {
  id: string;
  channel: string;
  /** The id of who wrote it. */
  author: string;
  body: MessageShape;
  /** The message that it answers. */
  replyTo: string | undefined;
  /** Who alone sees it; everyone if undefined. */
  onlyFor: string | undefined;
  edits: number;
  deleted: boolean;
  /** A placeholder ("is thinking") that waits for its text. */
  thinking: boolean;
}

export interface MessagesOptions {
  /** The bot's own id. */
  self: string;
  channel(id: string): Channel | undefined;
  snowflake(): string;
  /** Milliseconds by Discord's clock. */
  now(): number;
}

/** How long a nonce is known, in milliseconds: "the past few minutes". */
const NONCE_KEPT = 3 * 60_000;

const creation = z.object({
  nonce: z.union([z.string().max(25), z.int()]).optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z
    .object({ message_id: z.string(), fail_if_not_exists: z.boolean().optional() })
    .optional(),
});

/** All messages, and the rules of what a bot may do with them without an interaction. https://docs.discord.com/developers/resources/message */
export class Messages {
  readonly #options: MessagesOptions;
  readonly #nonces = new Map<string, { posted: Posted; at: number }>();
  readonly all: Posted[] = [];
  readonly #byId = new Map<string, Posted>();

  constructor(options: MessagesOptions) {
    this.#options = options;
  }

  /** Puts a message into a channel, with no rule looked at. */
  add(posted: Omit<Posted, 'id' | 'edits' | 'deleted'>): Posted {
    const added = { ...posted, id: this.#options.snowflake(), edits: 0, deleted: false };
    this.all.push(added);
    this.#byId.set(added.id, added);
    return added;
  }

  create(channelId: string, data: unknown): Posted {
    const channel = this.reach(channelId);
    if (channel.locked && !channel.may.has('ManageThreads'))
      throw new Refusal(403, 160005, 'This thread is locked');
    if (channel.closed) throw new Refusal(403, 50007, 'Cannot send messages to this user');
    if (!channel.may.has(channel.isThread ? 'SendMessagesInThreads' : 'SendMessages'))
      throw new Refusal(403, 50013, 'Missing Permissions');
    const body = checked(data);
    const { nonce, enforce_nonce, message_reference: reference } = shaped(creation, data);
    const known = this.#nonces.get(`${channelId} ${nonce}`);
    if (enforce_nonce && known && this.#options.now() - known.at < NONCE_KEPT) return known.posted;
    if (reference && !channel.may.has('ReadMessageHistory'))
      throw new Refusal(403, 160002, 'Cannot reply without permission to read message history');
    const answered = reference && this.#find(channelId, reference.message_id);
    if (reference && !answered && reference.fail_if_not_exists !== false)
      throw invalid('message_reference: Unknown message');
    if (channel.archived) channel.archive(false);
    const posted = this.add({
      channel: channelId,
      author: this.#options.self,
      body: channel.may.has('EmbedLinks') || channel.server === undefined ? body : { ...body, embeds: [] },
      replyTo: answered?.id,
      onlyFor: undefined,
      thinking: false,
    });
    if (nonce !== undefined) this.#nonces.set(`${channelId} ${nonce}`, { posted, at: this.#options.now() });
    return posted;
  }

  edit(channelId: string, id: string, data: unknown): Posted {
    const channel = this.reach(channelId);
    const posted = this.#own(channelId, id, new Refusal(403, 50005, 'Cannot edit a message by another user'));
    if (channel.archived) throw new Refusal(400, 50083, 'Thread is archived');
    if (channel.editsClosed)
      throw new Refusal(429, 30046, 'Maximum number of edits to messages older than 1 hour reached', 20);
    return edited(posted, checked(data));
  }

  remove(channelId: string, id: string): void {
    this.reach(channelId);
    this.#own(channelId, id, new Refusal(403, 50013, 'Missing Permissions')).deleted = true;
  }

  /** Newest first. A bot that may not read the history is shown none of it. */
  history(channelId: string, query: URLSearchParams): Posted[] {
    const channel = this.reach(channelId);
    if (!channel.may.has('ReadMessageHistory')) return [];
    const before = BigInt(query.get('before') ?? '9999999999999999999');
    const limit = shaped(z.coerce.number().int().min(1).max(100), query.get('limit') ?? '50');
    return this.all
      .filter((posted) => posted.channel === channelId && !posted.deleted && posted.onlyFor === undefined)
      .filter(({ id }) => BigInt(id) < before)
      .slice(-limit)
      .reverse();
  }

  /** The last that was ever said in a channel, deleted or not; null where nothing was. */
  lastIn(channelId: string): string | null {
    const said = this.all.filter((posted) => posted.channel === channelId && posted.onlyFor === undefined);
    return said.at(-1)?.id ?? null;
  }

  /** The channel, as far as the bot sees it. */
  reach(id: string): Channel {
    const channel = this.#options.channel(id);
    if (!channel || channel.deleted) throw new Refusal(404, 10003, 'Unknown Channel');
    const hidden = channel.kind === 'private thread' && !channel.joined;
    if (hidden || !channel.may.has('ViewChannel')) throw new Refusal(403, 50001, 'Missing Access');
    return channel;
  }

  #find(channelId: string, id: string): Posted | undefined {
    const found = this.#byId.get(id);
    return found?.channel === channelId && !found.deleted ? found : undefined;
  }

  #own(channelId: string, id: string, foreign: Refusal): Posted {
    const found = this.#find(channelId, id);
    if (!found || found.onlyFor !== undefined) throw new Refusal(404, 10008, 'Unknown Message');
    if (found.author !== this.#options.self) throw foreign;
    return found;
  }
}

/** What an edit does not name stays as it is; nor does it change who sees the message. */
export function edited(posted: Posted, body: MessageShape): Posted {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  posted.body = { ...posted.body, ...given, flags: posted.body.flags };
  posted.edits += posted.thinking ? 0 : 1;
  posted.thinking = false;
  return posted;
}

/** @throws Refusal for what Discord would not take as a message */
export function checked(data: unknown): MessageShape {
  const body = shaped(message, data);
  if (isEmpty(body)) throw new Refusal(400, 50006, 'Cannot send an empty message');
  return body;
}
