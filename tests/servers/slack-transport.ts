import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './slack-blocks.ts';

export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** How Slack's payloads reach the app. */
export interface Transport {
  /** Resolves with what the app acknowledged with; rejects when it goes away before that. */
  deliver(kind: Kind, payload: Json): Promise<unknown>;
  close(): void;
}

export interface SocketTransport extends Transport {
  /** Whether connections are greeted, as they are before Slack sends anything. Default true. */
  greets: boolean;
  /** What the app has sent over its connections, in order: acknowledgements with their payloads. */
  received: string[];
  /** The address for the next connection. */
  open(): string;
  /** Says goodbye as Slack does when it moves a connection, or when Socket Mode is switched off. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Every connection ends without a goodbye, or stays open and nothing is heard of it any more. */
  die(how: 'cut' | 'silent'): void;
  /** Whether the app has as many connections as it may: no further one is greeted, but told so. */
  full: boolean;
  /** Resolves when the app is connected. */
  connected(): Promise<void>;
}

/** An envelope on its way. */
interface Waiting {
  since: number;
  by: WebSocket | undefined;
  acknowledged(payload: unknown): void;
  lost(error: Error): void;
}

/** Slack's side of Socket Mode: one acknowledgement an envelope, within 3 seconds by the clock given. */
export function socketTransport(
  server: Server,
  now: () => number,
  fault: (what: string) => void,
): SocketTransport {
  const sockets = new WebSocketServer({ server, path: '/link' });
  const waiting = new Map<string, Waiting>();
  const tickets = new Set<string>();
  const live: WebSocket[] = [];
  const retire = (socket: WebSocket) => {
    if (live.includes(socket)) live.splice(live.indexOf(socket), 1);
  };
  let last = 0;
  const number = () => {
    last += 1;
    return last;
  };

  sockets.on('connection', (socket, request) => {
    if (!tickets.delete(request.url ?? '')) return socket.close(4001, 'unknown ticket');
    live.push(socket);
    socket.on('close', () => {
      retire(socket);
      for (const [id, { by, lost }] of waiting)
        if (by === socket && waiting.delete(id))
          lost(new Error('The app went away without an acknowledgement.'));
    });
    socket.on('message', (data) => {
      transport.received.push(String(data));
      const { envelope_id, payload } = JSON.parse(String(data));
      const envelope = waiting.get(envelope_id);
      if (!envelope) return fault(`an acknowledgement of ${envelope_id}, which waits for none`);
      waiting.delete(envelope_id);
      if (now() - envelope.since > 3000) fault(`${envelope_id} acknowledged after 3 seconds`);
      envelope.acknowledged(payload);
    });
    if (transport.full)
      return socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
    if (!transport.greets) return;
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    sockets.emit('greeted');
  });

  const transport: SocketTransport = {
    greets: true,
    full: false,
    received: [],
    open() {
      const ticket = `/link?ticket=${number()}`;
      tickets.add(ticket);
      const address = server.address();
      return `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${ticket}`;
    },
    async deliver(type, payload) {
      await transport.connected();
      const envelope_id = `envelope-${number()}`;
      // Each payload goes to one of the connections.
      const by = live.at(last % live.length);
      const acknowledged = new Promise((resolve, reject) => {
        waiting.set(envelope_id, { since: now(), by, acknowledged: resolve, lost: reject });
      });
      by?.send(
        JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api' }),
      );
      return acknowledged;
    },
    disconnect(reason) {
      for (const socket of live.splice(0)) socket.send(JSON.stringify({ type: 'disconnect', reason }));
    },
    die(how) {
      for (const socket of live.splice(0)) {
        if (how === 'cut') socket.terminate();
        else socket.pause();
      }
    },
    async connected() {
      if (live.length === 0) await once(sockets, 'greeted');
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
  return transport;
}

/** Slack's side of HTTP: signed requests to the app's address. */
export function httpTransport(
  address: () => string,
  signingSecret: string,
  now: () => number,
  fault: (what: string) => void,
): Transport {
  return {
    async deliver(kind, payload) {
      const since = now();
      const response = await signedRequest(address(), encode(kind, payload), {
        signingSecret,
        at: Date.now(),
      });
      if (now() - since > 3000) fault('an acknowledgement after 3 seconds');
      if (!response.ok) fault(`the app answered ${response.status}`);
      const body = await response.text();
      return body === '' ? {} : JSON.parse(body);
    },
    close() {},
  };
}

interface Encoded {
  type: string;
  body: string;
}

export function encode(kind: Kind, payload: Json): Encoded {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  return { type: 'application/x-www-form-urlencoded', body: body.toString() };
}

/**
 * Posts as Slack does. https://docs.slack.dev/authentication/verifying-requests-from-slack
 *
 * @param options.at milliseconds since 1970 that the request is dated with
 */
export function signedRequest(
  address: string,
  { type, body }: Encoded,
  { signingSecret, at }: { signingSecret: string; at: number },
): Promise<Response> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': type,
      'X-Slack-Request-Timestamp': timestamp,
      'X-Slack-Signature': `v0=${signature}`,
    },
    body,
  });
}
