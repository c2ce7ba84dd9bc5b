import { EventEmitter } from 'node:events';
import { json, Refusal, type Words } from './slack-arguments.ts';
import type { Json } from './slack-blocks.ts';
import { Passes } from './slack-passes.ts';

export interface Channel {
  id: string;
  botIsIn: boolean;
  members: Set<string>;
  isPrivate?: boolean;
  archived?: boolean;
  readOnly?: boolean;
  threadsOnly?: boolean;
}

export interface Person {
  name: string;
  team: string;
  /** Admin of the workspace. */
  admin: boolean;
}

export interface FakeFile {
  name: string;
  content: string;
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
  metadata?: Json;
  file?: FakeFile;
  /** The member who wrote it; the app when left out. */
  user?: string;
  /** The response URL by which it came, and whose that was. */
  answers?: { path: string; user: string };
  /** What a form says beside its fields after it was refused. */
  errors?: Json;
  /** What it was before it was edited, the oldest first: can be clicked like the message itself. */
  before: Seen[];
}

interface Posting extends Words {
  channel: string;
  thread?: unknown;
  only?: string;
  metadata?: Json | undefined;
  file?: FakeFile;
  user?: string;
  answers?: Seen['answers'];
}

/** What Slack remembers of one workspace. */
export class World extends EventEmitter {
  readonly team = 'T1';
  readonly bot = 'U0BOT';
  readonly botId = 'B1';
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, Person>();
  readonly shown: Seen[] = [];
  readonly modals = new Map<string, Seen[]>();
  /** Refusals that a test has brought about: no fault of the app's. */
  readonly excused = new Set<string>();
  readonly openSocket: () => string;
  readonly passes: Passes;
  editWindowClosed = false;
  /** Milliseconds after which a test is told what did not come. */
  patience = 4000;
  /** Messages a page of history, at most. */
  historyPage = 999;
  readonly #now: () => number;
  readonly #address: string;
  readonly #messages = new Map<string, Seen>();
  readonly #files = new Map<string, FakeFile & { length: number }>();
  #number = 100;

  constructor(now: () => number, openSocket: () => string, address: string) {
    super();
    this.setMaxListeners(0);
    this.#now = now;
    this.#address = address;
    this.openSocket = openSocket;
    this.passes = new Passes(now, (prefix) => this.next(prefix));
  }

  next(prefix: string): string {
    this.#number += 1;
    return `${prefix}${this.#number}`;
  }

  timestamp(): string {
    this.#number += 1;
    const now = this.#now();
    const fraction = (now % 1000) * 1000 + (this.#number % 1000);
    return `${Math.floor(now / 1000)}.${String(fraction).padStart(6, '0')}`;
  }

  /** A channel by its id, or the direct channel of a member by theirs. */
  channelFor(id: string): Channel {
    const found = this.channels.get(id.startsWith('U') ? `D${id.slice(1)}` : id);
    if (!found) throw new Refusal('channel_not_found');
    return found;
  }

  /** A channel in which the app may post. */
  writable(id: string): Channel {
    const channel = this.channelFor(id);
    if (channel.isPrivate && !channel.botIsIn) throw new Refusal('channel_not_found');
    if (channel.archived) throw new Refusal('is_archived');
    if (!channel.botIsIn) throw new Refusal('not_in_channel');
    if (channel.readOnly) throw new Refusal('restricted_action_read_only_channel');
    if (channel.threadsOnly) throw new Refusal('restricted_action_thread_only_channel');
    return channel;
  }

  /** A test changes a channel; what the app is refused for it is no fault of the app's. */
  alter(id: string, change: Partial<Omit<Channel, 'id'>>): void {
    Object.assign(this.channelFor(id), change);
    for (const code of ['is_archived', 'is_inactive', 'not_in_channel', 'channel_not_found'])
      this.excused.add(code);
    this.excused.add('restricted_action_read_only_channel').add('restricted_action_thread_only_channel');
  }

  deleteChannel(id: string): void {
    this.channels.delete(id);
    this.excused.add('channel_not_found');
  }

  closeEditWindow(): void {
    this.editWindowClosed = true;
    this.excused.add('edit_window_closed');
  }

  post({ thread, ...posting }: Posting): { ts: string } {
    let id = this.timestamp();
    while (this.#messages.has(`${posting.channel} ${id}`)) id = this.timestamp();
    const seen: Seen = {
      kind: 'message',
      id,
      before: [],
      ...posting,
      metadata: posting.metadata ?? {},
      ...(thread ? { thread: String(thread) } : {}),
    };
    if (posting.only === undefined) this.#messages.set(`${posting.channel} ${id}`, seen);
    this.#add(seen);
    return { ts: id };
  }

  /** A message that the app may change. */
  ours(channel: string, ts: string): Seen {
    const found = this.#messages.get(`${this.channelFor(channel).id} ${ts}`);
    if (!found) throw new Refusal('message_not_found');
    if (channel.startsWith('U')) throw new Refusal('channel_not_found');
    if (found.user !== undefined) throw new Refusal('cant_update_message');
    return found;
  }

  edit(seen: Seen, change: Partial<Seen>): void {
    seen.before.push({ ...seen, before: [] });
    Object.assign(seen, change);
    this.emit('seen', seen);
  }

  remove(seen: Seen): void {
    this.#messages.delete(`${seen.channel} ${seen.id}`);
    this.shown.splice(this.shown.indexOf(seen), 1);
  }

  /** A test deletes a message. */
  deleteMessage(seen: Seen): void {
    this.remove(seen);
    this.excused.add('message_not_found');
  }

  /** What everyone sees in a channel, the oldest first. */
  messagesIn(channel: string): Seen[] {
    return [...this.#messages.values()].filter((seen) => seen.channel === channel);
  }

  respond(path: string, words: Words, args: Json): void {
    const { user, channel, of } = this.passes.useUrl(path);
    const answers = { path, user };
    const only = args.response_type === 'in_channel' ? {} : { only: user };
    if (args.replace_original === true && of) this.edit(of, { ...words, answers });
    else this.post({ ...words, ...only, answers, channel, thread: args.thread_ts });
  }

  show(user: string, how: 'home' | 'open' | 'push', view: Json & { blocks: Json[] }): Json {
    const kind = how === 'home' ? 'home' : 'modal';
    const id = this.next('V');
    const seen: Seen = { kind, id, text: '', blocks: view.blocks, only: user, view, before: [] };
    const stack = this.modals.get(user) ?? [];
    if (how === 'push' && stack.length >= 3) throw new Refusal('push_limit_reached');
    if (how !== 'home') this.modals.set(user, [...stack, seen]);
    this.#add(seen);
    return { id, ...view };
  }

  change(id: string, view: Json & { blocks: Json[] }): Json {
    const seen = this.shown.find((one) => one.kind === 'modal' && one.id === id);
    if (!seen) throw new Refusal('not_found');
    this.edit(seen, { view, blocks: view.blocks });
    return { id, ...view };
  }

  /** Where a file is to be sent. */
  expectFile(name: string, length: number): Json {
    const file_id = this.next('F');
    this.#files.set(file_id, { name, length, content: '' });
    return { file_id, upload_url: `${this.#address}/upload/${file_id}` };
  }

  receiveFile(id: string, content: Buffer): void {
    const file = this.#files.get(id);
    if (!file || content.length !== file.length) throw new Refusal('upload_failed');
    file.content = content.toString();
  }

  /** The files that are named and have been sent. */
  arrivedFiles(named: unknown): FakeFile[] {
    const list = json(named);
    return (Array.isArray(list) ? list : []).map(({ id }) => {
      const { name, content } = this.#files.get(String(id)) ?? { name: '', content: '' };
      if (content === '') throw new Refusal('file_not_found');
      return { name, content };
    });
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
