import type { Event, PlatformName } from './event.ts';
import type { Message } from './message.ts';
import type { Permissions } from './permissions.ts';

/** A message that a platform has taken. */
export interface Posted {
  /** The platform's own id of it, as `edit` and `replyTo` take it. */
  id: string;
  /** The platform's timestamp of it, in milliseconds since 1970. */
  at: number;
}

/** Something to be posted in a place. */
export interface Posting {
  place: string;
  message: Message;
  /** The same for every try to post the same thing: at most 20 of a-z, A-Z, 0-9 and `-`. */
  key: string;
  /** The id of a message in the same place that this one answers; where that is gone, it is posted all the same. */
  replyTo?: string;
}

/** Requests a second that one bot may make of a platform, over all places; `Infinity` where the platform says no such number. */
export interface Pace {
  /** In any one second. */
  burst: number;
  /** For minutes on end. */
  steady: number;
}

/**
 * How the runtime posts by itself, without an event to answer. Each call is one try: whoever calls keeps the list of what is still to be
 * sent, so that nothing is tried again behind its back.
 */
export interface Port {
  /** @throws SendError */
  post(posting: Posting): Promise<Posted>;
  /** Replaces a message of ours. @throws SendError */
  edit(place: string, id: string, message: Message): Promise<void>;
  /** Writes to one member alone. @throws SendError */
  direct(member: string, message: Message, key: string): Promise<Posted>;
  /**
   * Looks for a post of which nobody knows whether the platform took it.
   *
   * @param since when it was first tried, in milliseconds since 1970
   * @returns what was taken; `absent` when it certainly was not; `unknowable` where the platform cannot tell
   * @throws SendError
   */
  find(posting: Posting, since: number): Promise<Posted | 'absent' | 'unknowable'>;
  /** How long after the first try the same key makes the platform return the first message instead of posting another; 0 where it knows no such thing. */
  readonly idempotentFor: number;
  readonly pace: Pace;
  /** What the actor of an event may do in its place, and whether we can post there. @throws SendError */
  permissions(event: Event): Promise<Permissions>;
  /** The actor's time zone (IANA), where their profile tells it. @throws SendError */
  timeZone(event: Event): Promise<string | undefined>;
  /**
   * Whether the bot is in a server, by the platform's own id of it; undefined where that cannot be told just now, or by this process.
   *
   * @throws SendError
   */
  isIn(server: string): Promise<boolean | undefined>;
  /** An address that opens a message of ours in the place of an event, where the platform has such. */
  linkTo(event: Event, id: string): string | undefined;
}

/** The ports of the platforms that are running in this process. */
export type Ports = ReadonlyMap<PlatformName, Port>;

export type SendFailure =
  /** Not now: to be tried again after so many milliseconds; nothing was done. `everywhere` when the whole platform asks to wait. */
  | { kind: 'later'; after: number; everywhere?: boolean }
  /** Never: the place or the message is gone, or may not be written to. */
  | { kind: 'refused' }
  /** Nobody knows whether it was done: the connection was cut, or the platform failed. */
  | { kind: 'unknown' };

/** A platform did not take what was to be sent. The message is for the log: it holds no text of a message and no secret. */
export class SendError extends Error {
  override name = 'SendError';
  readonly failure: SendFailure;

  constructor(failure: SendFailure, reason: string) {
    super(reason);
    this.failure = failure;
  }
}
