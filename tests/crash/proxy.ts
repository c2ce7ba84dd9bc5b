import { connect, createServer, type Socket } from 'node:net';
import type { Guard } from './boundary.ts';
import { inShort } from './sql.ts';

export interface Proxy {
  /** The database's address by way of the proxy. */
  url: string;
  close(): Promise<void>;
}

/**
 * Stands between the program and PostgreSQL and asks a guard around each statement: before it reaches the server, and once the server is
 * ready again but the program does not know it yet. https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export async function startProxy(database: string, guard: Guard): Promise<Proxy> {
  const target = new URL(database);
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    relay(client, upstream, guard);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = new URL(database);
  url.hostname = '127.0.0.1';
  url.port = typeof address === 'object' && address ? String(address.port) : '';
  return { url: url.href, close: () => new Promise((done) => server.close(() => done())) };
}

function relay(client: Socket, upstream: Socket, guard: Guard): void {
  let statement: string | undefined;
  const cut = () => {
    client.destroy();
    upstream.destroy();
  };
  const pass = (to: Socket, message: Buffer) => to.writable && to.write(message);
  for (const socket of [client, upstream]) socket.setNoDelay(true).on('close', cut).on('error', cut);

  client.on(
    'data',
    messagesOf(true, (message, type) => {
      const sql = sqlIn(message, type);
      if (sql !== undefined) {
        statement = inShort(sql);
        if (guard(statement, 'before')) return cut();
      }
      pass(upstream, message);
    }),
  );
  upstream.on(
    'data',
    messagesOf(false, (message, type) => {
      if (type === 'Z' && statement !== undefined) {
        const done = statement;
        statement = undefined;
        if (guard(done, 'after')) return cut();
      }
      pass(client, message);
    }),
  );
}

/** The text of a simple query, or of one that is to be prepared. */
function sqlIn(message: Buffer, type: string): string | undefined {
  if (type !== 'Q' && type !== 'P') return undefined;
  const text = message.subarray(5);
  const [first = '', second = ''] = text.toString('utf8').split('\0', 2);
  return type === 'Q' ? first : second;
}

/** Cuts a stream into messages: a letter, except for a client's first one, and a length that counts itself. */
function messagesOf(greets: boolean, take: (message: Buffer, type: string) => void): (data: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let first = greets;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = first ? 0 : 1;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      take(message, first ? '' : String.fromCharCode(message[0] ?? 0));
      first = false;
    }
  };
}
