import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

const EVERYTHING_BUT_PRIVILEGED = 0b11_0000_0001_1110_0111_1110_0111_1101;

interface Session {
  id: string;
  socket: WebSocket | undefined;
  shard: [id: number, count: number];
  sequence: number;
  /** What was dispatched, so that a resumed connection gets what it missed. */
  history: { op: 0; t: string; s: number; d: unknown }[];
}

export interface GatewayOptions {
  /** Whether a token is the bot's. */
  knows(token: string): boolean;
  /** The body of READY but for what only the gateway knows, and the servers. */
  ready(): object;
  /** What each server is told as, after READY. */
  servers(): readonly { id: string }[];
}

/** The gateway's side of a connection: hello, identify or resume, heartbeats, dispatches. Plain JSON. */
export class Gateway {
  readonly #server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  readonly #sessions = new Map<string, Session>();
  readonly #options: GatewayOptions;
  /** Connections of which nothing is heard any more. */
  readonly #dead = new WeakSet<WebSocket>();
  #refusal: number | undefined;
  /** Milliseconds between heartbeats, as the next connections are told. */
  heartbeat = 41_250;
  /** The operations that clients have sent, in order. */
  readonly received: { op: number; d: unknown }[] = [];

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#server.on('connection', (socket) => {
      let session: Session | undefined;
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.heartbeat } }));
      socket.on('message', (data) => {
        const { op, d } = JSON.parse(String(data));
        if (this.#dead.has(socket)) return;
        this.received.push({ op, d });
        if (op === 1) socket.send(JSON.stringify({ op: 11 }));
        else if (op === 2) session = this.#identify(socket, d);
        else if (op === 6) session = this.#resume(socket, d);
        else socket.close(4001);
      });
      socket.on('close', () => {
        if (session?.socket === socket) session.socket = undefined;
      });
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `ws://127.0.0.1:${port}`;
  }

  /** The number of open connections. */
  get connections(): number {
    return this.#server.clients.size;
  }

  async listening(): Promise<void> {
    if (this.#server.address() === null)
      await new Promise<void>((done) => this.#server.once('listening', () => done()));
  }

  /** Sends an event to the shard that a server belongs to; outside of servers to shard 0. */
  dispatch(type: string, data: unknown, server?: string): void {
    for (const session of this.#sessions.values()) if (concerns(server, session)) send(session, type, data);
  }

  /** Closes every connection with a code. */
  cut(code: number): void {
    for (const socket of this.#server.clients) socket.close(code);
  }

  /** Says something to every connection that is no event: 7 asks to reconnect, 9 that the session is invalid. */
  tell(op: 7 | 9, d: boolean | null): void {
    for (const socket of this.#server.clients) socket.send(JSON.stringify({ op, d }));
  }

  /** Knows no session any more that was there before. */
  forget(): void {
    this.#sessions.clear();
  }

  /** Every connection stays open, and nothing comes over it any more, no acknowledgement of a heartbeat either. */
  fallSilent(): void {
    for (const socket of this.#server.clients) this.#dead.add(socket);
    for (const session of this.#sessions.values()) session.socket = undefined;
  }

  /** Whoever identifies from now on is turned away with this code. */
  refuseWith(code: number): void {
    this.#refusal = code;
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((done) => this.#server.close(done));
  }

  #identify(
    socket: WebSocket,
    d: { token: string; intents: number; shard: [number, number] },
  ): Session | undefined {
    if (this.#refusal !== undefined) return void socket.close(this.#refusal);
    if (!this.#options.knows(d.token)) return void socket.close(4004);
    if ((d.intents & ~EVERYTHING_BUT_PRIVILEGED) !== 0) return void socket.close(4014);
    const session: Session = {
      id: `session-${this.#sessions.size}`,
      socket,
      shard: d.shard,
      sequence: 0,
      history: [],
    };
    this.#sessions.set(session.id, session);
    const servers = this.#options.servers().filter(({ id }) => concerns(id, session));
    send(session, 'READY', {
      v: 10,
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: d.shard,
      ...this.#options.ready(),
      guilds: servers.map(({ id }) => ({ id, unavailable: true })),
    });
    for (const one of servers) send(session, 'GUILD_CREATE', one);
    return session;
  }

  #resume(socket: WebSocket, d: { token: string; session_id: string; seq: number }): Session | undefined {
    if (!this.#options.knows(d.token)) return void socket.close(4004);
    const session = this.#sessions.get(d.session_id);
    if (!session) return void socket.send(JSON.stringify({ op: 9, d: false }));
    session.socket = socket;
    for (const missed of session.history.filter(({ s }) => s > d.seq)) socket.send(JSON.stringify(missed));
    send(session, 'RESUMED', {});
    return session;
  }
}

function concerns(server: string | undefined, { shard: [shard, count] }: Session): boolean {
  return shard === (server === undefined ? 0 : Number((BigInt(server) >> 22n) % BigInt(count)));
}

function send(session: Session, t: string, d: unknown): void {
  session.sequence += 1;
  const payload = { op: 0 as const, t, s: session.sequence, d };
  session.history.push(payload);
  session.socket?.send(JSON.stringify(payload));
}
