import { connect, createServer, type Socket } from 'node:net';

/** The way of a program to its database, which can be cut off. */
export interface Way {
  /** The database's address by way of it. */
  url: string;
  /** Nothing comes through any more, and nobody is told: as when a cable is pulled. */
  hang(): void;
  /** All is as before. What was closed meanwhile the other side hears of only now. */
  mend(): void;
  close(): Promise<void>;
}

/** Opens a way to a PostgreSQL. */
export async function openWay(database: string): Promise<Way> {
  const target = new URL(database);
  const pairs = new Set<Pair>();
  let hangs = false;
  const server = createServer((client) => {
    const pair = new Pair(client, () => connect(Number(target.port || 5432), target.hostname));
    pairs.add(pair);
    if (!hangs) pair.flow();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = new URL(database);
  url.hostname = '127.0.0.1';
  url.port = typeof address === 'object' && address ? String(address.port) : '';
  return {
    url: url.href,
    hang() {
      hangs = true;
      for (const pair of pairs) pair.halt();
    },
    mend() {
      hangs = false;
      for (const pair of pairs) pair.flow();
    },
    async close() {
      const closed = new Promise((done) => server.close(done));
      for (const pair of pairs) pair.cut();
      await closed;
    },
  };
}

/** A connection of the program's, and the one that it is passed on by. */
class Pair {
  readonly #client: Socket;
  readonly #dial: () => Socket;
  #upstream: Socket | undefined;
  #halted = false;

  constructor(client: Socket, dial: () => Socket) {
    this.#client = this.#ending(client);
    this.#dial = dial;
  }

  flow(): void {
    this.#halted = false;
    if (this.#client.destroyed) this.cut();
    else this.#join();
  }

  #join(): void {
    this.#upstream ??= this.#ending(this.#dial());
    this.#client.pipe(this.#upstream);
    this.#upstream.pipe(this.#client);
  }

  halt(): void {
    this.#halted = true;
    for (const socket of [this.#client, this.#upstream]) socket?.unpipe().pause();
  }

  cut(): void {
    this.#client.destroy();
    this.#upstream?.destroy();
  }

  /** When one side ends the other does, too. */
  #ending(socket: Socket): Socket {
    const end = () => this.#halted || this.cut();
    return socket.on('error', end).on('close', end);
  }
}
