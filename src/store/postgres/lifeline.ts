import { Client, type ClientConfig, type Connection, Pool, type PoolClient, type PoolConfig } from 'pg';

/** Milliseconds between looks, and looks in a row without a word after which a server counts as silent: two seconds, a member waits for three. */
const LOOK = 250;
const LOOKS = 8;
/** What tells that a server is there: not that the connection is taken, which a machine between may do. */
const words = ['sslconnect', 'message'];

/** Connections to a server that may fall silent. */
export interface Lifeline {
  pool: Pool;
  /** A connection of the pool; rejects when the server falls silent meanwhile, also for those who wait for a connection that is in use. */
  connect(): Promise<PoolClient>;
  /** From now on silence is noticed. */
  watch(): void;
  end(): Promise<void>;
}

/**
 * A pool whose connections are all cut when something is asked on some of them and nothing is heard on any: TCP itself would wait for a
 * quarter of an hour (tcp(7), tcp_retries2). One slow statement is no silence, since the others go on. Looks are counted, not time, so that a
 * standstill of this process is not taken for one of the server's.
 */
export function openLifeline(settings: PoolConfig): Lifeline {
  const connections = new Set<Connection>();
  const waiting = new Set<(error: Error) => void>();
  let quiet = 0;
  let timer: NodeJS.Timeout | undefined;

  class Heard extends Client {
    constructor(config?: ClientConfig) {
      super(config);
      this.on('error', () => {}); // what was asked on it fails by itself
      const { connection } = this;
      connections.add(connection);
      connection.once('end', () => connections.delete(connection));
      for (const word of words)
        connection.on(word, () => {
          quiet = 0;
        });
    }
  }
  const pool = new Pool({ ...settings, Client: Heard });
  pool.on('error', () => {}); // a connection that breaks while it is idle is thrown away, and nobody need know

  const look = () => {
    const isAsking = pool.totalCount > pool.idleCount;
    quiet = isAsking ? quiet + 1 : 0;
    if (quiet <= LOOKS) return;
    quiet = 0;
    for (const { stream } of connections) stream.destroy();
    const silent = new Error('Connection terminated: the server says nothing');
    for (const giveUp of waiting) giveUp(silent);
  };

  return {
    pool,
    async connect() {
      const coming = pool.connect();
      const silence = Promise.withResolvers<never>();
      waiting.add(silence.reject);
      try {
        return await Promise.race([coming, silence.promise]);
      } catch (error) {
        void coming.then(
          (late) => late.release(),
          () => {}, // it fails with the same error, or a later one of the same silence
        );
        throw error;
      } finally {
        waiting.delete(silence.reject);
      }
    },
    watch() {
      timer ??= setInterval(look, LOOK).unref();
    },
    async end() {
      await pool.end();
      clearInterval(timer);
    },
  };
}
