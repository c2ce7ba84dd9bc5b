import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Where Node tells of each request, before it does anything else with it. https://nodejs.org/api/diagnostics_channel.html#http */
const STARTED = 'http.server.request.start';

/** As Node answers what cannot be read; all else is 400. https://nodejs.org/api/http.html#event-clienterror */
const statuses: ReadonlyMap<string | undefined, number> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['HPE_HEADER_OVERFLOW', 431],
]);

/**
 * Counts each request that a server refuses, once: what is answered with 400 to 499, what Node refuses before anybody else hears of it, and what
 * is cut off in the middle. It ends with the server.
 *
 * @param refused told of the status, or of the one that could not be sent any more
 */
export function countRefusals(server: Server, refused: (status: number) => void): void {
  /** The answers to what a connection has brought: those that are not finished, in order, and the last. */
  const answers = new WeakMap<Duplex, readonly ServerResponse[]>();

  // Some requests Node answers by itself, as one without a host: only this tells of them.
  const follow = (started: unknown) => {
    if (!isOf(server, started)) return;
    const { socket, response } = started;
    const earlier = answers.get(socket) ?? [];
    answers.set(socket, [...earlier.filter(isUnfinished), response]);
    response.once('finish', () => {
      const { statusCode } = response;
      if (statusCode >= 400 && statusCode < 500) refused(statusCode);
    });
  };
  subscribe(STARTED, follow);
  server.once('close', () => unsubscribe(STARTED, follow));

  server.on('connect', (_request, socket) => {
    refused(405);
    socket.destroy(); // as Node does where nobody takes tunnels
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const known = answers.get(socket) ?? [];
    const status = statuses.get(error.code) ?? 400;
    if (isRequest(error, socket, known.at(-1))) refused(status);
    // Not into the middle of an answer.
    if (socket.writable && !known.find(isUnfinished)?.headersSent) socket.write(raw(status));
    socket.destroy(error);
  });
}

function isOf(server: Server, started: unknown): started is { socket: Duplex; response: ServerResponse } {
  return typeof started === 'object' && started !== null && 'server' in started && started.server === server;
}

/** Whether an error has ended a request that is not answered; connections are also cut between requests, or while one is being answered. */
function isRequest({ code = '' }: NodeJS.ErrnoException, socket: Duplex, last?: ServerResponse): boolean {
  if (!last) return socket instanceof Socket && socket.bytesRead > 0;
  if (!last.req.complete) return isUnfinished(last);
  return code.startsWith('HPE_') || code.startsWith('ERR_HTTP_');
}

function isUnfinished({ writableFinished }: ServerResponse): boolean {
  return !writableFinished;
}

function raw(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`;
}
