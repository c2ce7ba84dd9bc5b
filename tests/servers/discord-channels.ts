/** The permissions that matter here. https://docs.discord.com/developers/topics/permissions */
const permissions = {
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  ReadMessageHistory: 1n << 16n,
  ManageThreads: 1n << 34n,
  SendMessagesInThreads: 1n << 38n,
};

export type Permission = keyof typeof permissions;

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const types = { text: 0, direct: 1, group: 3, announcement: 5, thread: 11, 'private thread': 12 };

export type ChannelKind = keyof typeof types;

/** The bits of permissions, as Discord tells them. */
export function bitsOf(names: readonly Permission[]): string {
  return String(names.reduce((bits, name) => bits | permissions[name], 0n));
}

export interface ChannelOptions {
  id: string;
  kind: ChannelKind;
  /** Of a thread: the channel that it is in, which settles what the bot may do. */
  parent?: Channel;
  /** The server that it is in. */
  server?: string;
  /** Tells the bot of what becomes of it. */
  dispatch(type: string, data: object): void;
}

/** A channel, a thread or a conversation, and what tests can do to it. */
export class Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly server: string | undefined;
  readonly parent: Channel | undefined;
  readonly #dispatch: ChannelOptions['dispatch'];
  /** What the bot may do here: at first, what its invite asks for. */
  readonly may: Set<Permission>;
  /** Whether the bot was added to this private thread. */
  joined = false;
  deleted = false;
  archived = false;
  locked = false;
  /** No edits are taken for the time being: there were too many of messages older than an hour. */
  editsClosed = false;
  /** The member of this conversation takes no messages from the bot. */
  closed = false;

  constructor({ id, kind, server, parent, dispatch }: ChannelOptions) {
    this.id = id;
    this.kind = kind;
    this.server = server;
    this.parent = parent;
    this.may =
      parent?.may ?? new Set(['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'ReadMessageHistory']);
    this.#dispatch = dispatch;
  }

  get isThread(): boolean {
    return this.kind === 'thread' || this.kind === 'private thread';
  }

  lock(): void {
    this.locked = true;
    this.#tell('UPDATE');
  }

  /** A thread that is not locked wakes up when something is posted in it. */
  archive(archived = true): void {
    this.archived = archived;
    this.#tell('UPDATE');
  }

  delete(): void {
    this.deleted = true;
    this.#tell('DELETE');
  }

  /** Tells the bot of it, as when it was made or the bot was added to it. */
  appear(): void {
    this.joined = true;
    this.#tell('CREATE');
  }

  /** As the API tells of it. */
  asBody(): object {
    return {
      id: this.id,
      type: types[this.kind],
      name: this.kind,
      ...(this.server ? { guild_id: this.server, parent_id: this.parent?.id ?? null } : {}),
      ...(this.server && !this.isThread ? { permission_overwrites: [this.#overwrite(this.server)] } : {}),
      ...(this.isThread
        ? {
            thread_metadata: {
              archived: this.archived,
              locked: this.locked,
              auto_archive_duration: 1440,
              archive_timestamp: new Date(0).toISOString(),
            },
          }
        : {}),
    };
  }

  /** For everyone in the server, whose role has its id. */
  #overwrite(server: string): object {
    const names = Object.keys(permissions) as Permission[];
    const denied = names.filter((name) => !this.may.has(name));
    return { id: server, type: 0, allow: bitsOf([...this.may]), deny: bitsOf(denied) };
  }

  #tell(what: string): void {
    this.#dispatch(`${this.isThread ? 'THREAD' : 'CHANNEL'}_${what}`, this.asBody());
  }
}
