import { EventEmitter } from 'node:events';
import type { Json } from './slack-blocks.ts';
import { Refusal } from './slack-web-api.ts';

export interface Channel {
  id: string;
  botIsIn: boolean;
  members: Set<string>;
}

/** Something on a screen: a message, a window or the app's Home. */
export interface Seen {
  kind: 'message' | 'modal' | 'home';
  /** The ts of a message, the id of a view. */
  id: string;
  text: string;
  blocks: Json[];
  channel?: string;
  thread?: string;
  /** The one member who sees it; everyone in the channel when left out. */
  only?: string;
  view?: Json;
}

interface Posting {
  text: string;
  blocks: Json[];
  channel: string;
  thread?: unknown;
  only?: string;
}

/** How often and how long a response URL works, and a trigger. https://docs.slack.dev/interactivity/handling-user-interaction */
const USES = 5;
const URL_LASTS = 30 * 60_000;
const TRIGGER_LASTS = 3000;

/** What Slack remembers of one workspace. */
export class World extends EventEmitter {
  readonly team = 'T1';
  readonly bot = 'U0BOT';
  readonly channels = new Map<string, Channel>();
  readonly shown: Seen[] = [];
  readonly modals = new Map<string, Seen[]>();
  readonly openSocket: () => string;
  readonly #now: () => number;
  readonly #triggers = new Map<string, { user: string; at: number; inModal: boolean; used: boolean }>();
  readonly #urls = new Map<string, { user: string; channel: string; of?: Seen; at: number; uses: number }>();
  #number = 100;

  constructor(now: () => number, openSocket: () => string) {
    super();
    this.#now = now;
    this.openSocket = openSocket;
  }

  next(prefix: string): string {
    this.#number += 1;
    return `${prefix}${this.#number}`;
  }

  timestamp(): string {
    this.#number += 1;
    return `${Math.floor(this.#now() / 1000)}.${String(this.#number).padStart(6, '0')}`;
  }

  /** A channel by its id, or the direct channel of a member by theirs. */
  channelFor(id: string): Channel {
    const found = this.channels.get(id.startsWith('U') ? `D${id.slice(1)}` : id);
    if (!found) throw new Refusal('channel_not_found');
    return found;
  }

  post({ thread, ...posting }: Posting): string {
    const id = this.timestamp();
    this.#add({ kind: 'message', id, ...posting, ...(thread ? { thread: String(thread) } : {}) });
    return id;
  }

  trigger(user: string, inModal: boolean): string {
    const id = this.next('trigger.');
    this.#triggers.set(id, { user, at: this.#now(), inModal, used: false });
    return id;
  }

  useTrigger(id: string): { user: string; inModal: boolean } {
    const trigger = this.#triggers.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    if (this.#now() - trigger.at > TRIGGER_LASTS) throw new Refusal('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }

  /** The path of a new response URL. */
  responseUrl(user: string, channel: string, of?: Seen): string {
    const path = this.next('/response/');
    this.#urls.set(path, { user, channel, at: this.#now(), uses: 0, ...(of && { of }) });
    return path;
  }

  respond(path: string, posting: { text: string; blocks: Json[] }, args: Json): void {
    const url = this.#urls.get(path);
    if (!url || this.#now() - url.at > URL_LASTS) throw new Refusal('expired_url');
    url.uses += 1;
    if (url.uses > USES) throw new Refusal('used_url');
    if (args.replace_original === true && url.of) {
      Object.assign(url.of, posting);
      this.emit('seen', url.of);
      return;
    }
    const only = args.response_type === 'in_channel' ? {} : { only: url.user };
    this.post({ ...posting, ...only, channel: url.channel, thread: args.thread_ts });
  }

  show(user: string, how: 'home' | 'open' | 'push', view: Json & { blocks: Json[] }): Json {
    const kind = how === 'home' ? 'home' : 'modal';
    const seen: Seen = { kind, id: this.next('V'), text: '', blocks: view.blocks, only: user, view };
    const stack = this.modals.get(user) ?? [];
    if (how === 'push' && stack.length >= 3) throw new Refusal('push_limit_reached');
    if (how !== 'home') this.modals.set(user, [...stack, seen]);
    this.#add(seen);
    return { id: seen.id, ...view };
  }

  change(id: string, view: Json & { blocks: Json[] }): Json {
    const seen = this.shown.find((one) => one.kind === 'modal' && one.id === id);
    if (!seen) throw new Refusal('not_found');
    Object.assign(seen, { view, blocks: view.blocks });
    this.emit('seen', seen);
    return { id, ...view };
  }

  /** Whether a member sees something: their own, and what everyone sees in the channels that they are in. */
  visible(user: string, { only, channel }: Seen): boolean {
    if (only !== undefined) return only === user;
    return channel !== undefined && (this.channels.get(channel)?.members.has(user) ?? false);
  }

  #add(seen: Seen): void {
    this.shown.push(seen);
    this.emit('seen', seen);
  }
}
