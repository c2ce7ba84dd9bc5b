import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { ErrorHandler, Hono } from 'hono';
import type { Log } from './chat/chat.ts';
import { PlatformError } from './chat/errors.ts';
import { countRefusals } from './refusals.ts';

export interface WebServer {
  /** Where it answers, such as http://127.0.0.1:8080. */
  address: string;
  close(): Promise<void>;
}

export interface WebOptions {
  /** The setting that the port is from; `PORT` where missing. */
  setting?: string;
  /** Told of each request that was refused, with its status: from 400 to 499. A connection that was cut in the middle of one counts as 400. */
  refused?(status: number): void;
}

/** Logs why a request was not answered. That somebody went away while asking is nothing to look into. */
export function failedRequest(log: Log): ErrorHandler {
  return (error, c) => {
    if ('code' in error && error.code === 'ECONNRESET')
      log.warn({ code: error.code }, 'A web request was cut off.');
    else log.error({ err: error }, 'A web request could not be answered.');
    return c.text('Something went wrong on this side.', 500);
  };
}

/**
 * Serves the web: playground, health and Slack over HTTP on one port, or metrics on another.
 *
 * @param port 0 takes any free one
 * @throws PlatformError when the port cannot be had
 */
export async function serveWeb(
  web: Hono,
  host: string,
  port: number,
  { setting = 'PORT', refused }: WebOptions = {},
): Promise<WebServer> {
  const server = serve({ fetch: web.fetch, hostname: host, port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new PlatformError(refusal(error, host, port, setting))),
    );
  });
  if (refused && server instanceof Server) countRefusals(server, refused);
  return {
    address: addressOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        // Else a connection that answers right now would be kept open for a next request.
        if ('keepAliveTimeout' in server)
          Object.assign(server, { keepAliveTimeout: 1, keepAliveTimeoutBuffer: 0 });
        server.close(() => resolve());
      }),
  };
}

function refusal(
  { code, message }: NodeJS.ErrnoException,
  host: string,
  port: number,
  setting: string,
): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program: set ${setting} to a free one.`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user: set ${setting} to one above 1023.`;
  return `The web server could not start on ${host}:${port}: ${message}.`;
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
