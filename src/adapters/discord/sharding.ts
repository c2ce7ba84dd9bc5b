import {
  type IShardingStrategy,
  SimpleShardingStrategy,
  type WebSocketOptions,
  WebSocketShardStatus,
} from 'discord.js';

type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];
type Destroying = Parameters<IShardingStrategy['destroy']>[0];

/** Milliseconds for the steps of connecting. The greeting is waited for longer than the socket, which must have failed by then. */
const within = { handshake: 10_000, hello: 15_000, ready: 10_000 };

/**
 * Shards in this process that can be ended in any state. In @discordjs/ws 1.2 a shard that is destroyed while it connects either
 * connects again for ever, or throws an error that nobody can catch when its socket fails. Here such a shard is left to fail by itself
 * within seconds, and once the end has come no shard gets its session, without which none connects.
 *
 * What discord.js cannot make sense of makes it throw where nobody can catch it either: here it becomes an error of its shard.
 */
export class EndableSharding implements IShardingStrategy {
  readonly #manager: Manager;
  readonly #shards = new Map<number, SimpleShardingStrategy>();
  #ended = false;

  constructor(manager: Manager) {
    this.#manager = manager;
    const { options } = manager;
    const { retrieveSessionInfo, updateSessionInfo } = options;
    const never = new Promise<never>(() => {});
    options.retrieveSessionInfo = (id) => (this.#ended ? never : retrieveSessionInfo(id));
    options.updateSessionInfo = (id, info) => (this.#ended && info ? never : updateSessionInfo(id, info));
    const emit = manager.emit.bind(manager);
    const guarded: (...args: Parameters<typeof emit>) => boolean = (...args) => {
      try {
        return emit(...args);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return emit('error', { error, shardId: args[1].shardId });
      }
    };
    manager.emit = guarded;
    options.handshakeTimeout = within.handshake;
    options.helloTimeout = within.hello;
    options.readyTimeout = within.ready;
  }

  async spawn(ids: number[]): Promise<void> {
    for (const id of ids) {
      const shard = new SimpleShardingStrategy(this.#manager);
      await shard.spawn([id]);
      this.#shards.set(id, shard);
    }
  }

  async connect(): Promise<void> {
    await Promise.all([...this.#shards.values()].map((shard) => shard.connect()));
  }

  async destroy(options?: Destroying): Promise<void> {
    if (this.#shards.size === 0) return; // the manager also calls this before it spawns
    this.#ended = true;
    const statuses = await this.fetchStatus();
    const shards = [...this.#shards].filter(([id]) => statuses.get(id) !== WebSocketShardStatus.Connecting);
    await Promise.all(shards.map(([, shard]) => shard.destroy(options)));
  }

  async send(id: number, payload: Parameters<IShardingStrategy['send']>[1]): Promise<void> {
    await this.#shards.get(id)?.send(id, payload);
  }

  async fetchStatus(): ReturnType<SimpleShardingStrategy['fetchStatus']> {
    const none = await new SimpleShardingStrategy(this.#manager).fetchStatus();
    const statuses = await Promise.all([...this.#shards.values()].map((shard) => shard.fetchStatus()));
    return none.concat(...statuses);
  }
}
