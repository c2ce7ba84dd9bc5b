import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Application,
  applicationBody,
  gatewayBody,
  type Sessions,
  serverAnswer,
} from './discord-account.ts';
import { type Failing, Faults } from './discord-faults.ts';
import type { InteractionRecord } from './discord-interactions.ts';
import type { Messages, Posted } from './discord-messages.ts';
import { Refusal, shaped } from './discord-refusal.ts';
import { type CommandShape, commands } from './discord-rules.ts';
import { asKept, asMessage, bodyOf } from './discord-shapes.ts';

/** A request as it came in. */
export interface Recorded {
  method: string;
  /** Without the API's version. */
  path: string;
  body: unknown;
}

/** What is called, and waited for, around each request: before and after it takes effect, both before it is answered. May cut the connection. */
export interface Hooks {
  before?(request: Recorded): Meddling | Promise<Meddling>;
  after?(request: Recorded): Meddling | Promise<Meddling>;
}

type Meddling = 'cut' | undefined;

export interface RestOptions {
  knows(token: string): boolean;
  application: Application;
  sessions: Sessions;
  /** The server that the bot is in. */
  server: string;
  messages: Messages;
  gatewayUrl(): string;
  interaction(token: string): InteractionRecord | undefined;
  /** Who wrote a message, by id. */
  nameOf(author: string): string;
  /** The id of the conversation with a member; undefined for nobody. */
  conversation(member: string): string | undefined;
  /** Milliseconds by Discord's clock. */
  now(): number;
  /** Is called after each request that was answered. */
  changed(): void;
}

type Answer = [status: number, body: unknown, headers?: Record<string, string>];

/** The REST side: who the bot is, its commands, the answers to interactions, and what it posts by itself. */
export class Rest {
  readonly #options: RestOptions;
  readonly #server: Server;
  #port = 0;
  readonly requests: Recorded[] = [];
  readonly hooks: Hooks = {};
  registered: CommandShape[] = [];
  readonly failing = new Faults();

  constructor(options: RestOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.#port = (this.#server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /** Takes no connections any more. */
  shut(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Takes them again, at the same address. */
  async reopen(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(this.#port, '127.0.0.1', done));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://discord');
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, '');
    const recorded = { method: request.method ?? '', path, body: await bodyOf(request) };
    this.requests.push(recorded);
    if ((await this.hooks.before?.(recorded)) === 'cut') return void request.socket.destroy();
    const failing = this.failing.next(`${recorded.method} ${path}`);
    const answer =
      failing && !failing.effect
        ? undefined
        : this.#answer(recorded, searchParams, request.headers.authorization);
    const meddling = await this.hooks.after?.(recorded);
    if (meddling === 'cut') request.socket.destroy();
    else if (!failing) this.#send(response, answer ?? [500, {}]);
    else if (failing.refusal) this.#send(response, refused(failing.refusal, failing));
    else if (!failing.silent) request.socket.destroy();
    this.#options.changed();
  }

  #answer(request: Recorded, query: URLSearchParams, authorization = ''): Answer {
    try {
      return this.#routeByToken(request) ?? this.#route(request, query, authorization);
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  }

  /** Answers to interactions: the token in the path is all they need. */
  #routeByToken({ method, path, body }: Recorded): Answer | undefined {
    const callback = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path);
    if (callback) {
      const record = this.#options.interaction(callback[2] ?? '');
      if (record?.id !== callback[1]) throw new Refusal(404, 10062, 'Unknown interaction');
      record?.callback(body as { type: number });
      return [204, undefined];
    }
    const webhook = /^\/webhooks\/\d+\/([^/]+)(?:\/messages\/([^/]+))?$/.exec(path);
    if (!webhook) return undefined;
    const [, token = '', id = '@original'] = webhook;
    const record = this.#options.interaction(token);
    if (!record) throw new Refusal(404, 10015, 'Unknown Webhook');
    if (method === 'DELETE') {
      record.remove(id);
      return [204, undefined];
    }
    return [200, this.#asMessage(method === 'PATCH' ? record.edit(id, body) : record.followUp(body))];
  }

  #route(request: Recorded, query: URLSearchParams, authorization: string): Answer {
    const { application, gatewayUrl, conversation, knows, messages, server, sessions } = this.#options;
    const { method, path, body } = request;
    if (!knows(authorization.replace(/^Bot /, ''))) throw new Refusal(401, 0, '401: Unauthorized');
    const channel = /^\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(path);
    if (channel) return this.#routeMessages(request, query, channel[1] ?? '', channel[2]);
    const look = /^\/channels\/(\d+)$/.exec(path);
    if (look && method === 'GET')
      return [
        200,
        { ...messages.reach(look[1] ?? '').asBody(), last_message_id: messages.lastIn(look[1] ?? '') },
      ];
    const told = method === 'GET' ? serverAnswer(path, server, application) : undefined;
    if (told) return [200, told];
    switch (path) {
      case '/users/@me/channels': {
        const id = conversation((body as { recipient_id: string }).recipient_id);
        if (id === undefined) throw new Refusal(404, 10013, 'Unknown User');
        return [200, { id, type: 1 }];
      }
      case '/applications/@me':
        return [200, applicationBody(application)];
      case '/gateway/bot':
        return [200, gatewayBody(gatewayUrl(), sessions)];
      case `/applications/${application.id}/commands`:
        if (method === 'PUT') this.registered = shaped(commands, body);
        return [200, this.registered.map((command, index) => asKept(command, index, application.id))];
      default:
        throw new Refusal(404, 0, '404: Not Found');
    }
  }

  #routeMessages({ method, body }: Recorded, query: URLSearchParams, channel: string, id?: string): Answer {
    const { messages } = this.#options;
    if (id === undefined && method === 'GET')
      return [200, messages.history(channel, query).map((posted) => this.#asMessage(posted))];
    if (id === undefined && method === 'POST') return [200, this.#asMessage(messages.create(channel, body))];
    if (id !== undefined && method === 'PATCH')
      return [200, this.#asMessage(messages.edit(channel, id, body))];
    if (id === undefined || method !== 'DELETE') throw new Refusal(405, 0, '405: Method Not Allowed');
    messages.remove(channel, id);
    return [204, undefined];
  }

  #send(response: ServerResponse, [status, body, headers]: Answer): void {
    response.writeHead(status, {
      date: new Date(this.#options.now()).toUTCString(),
      ...(status === 204 ? {} : { 'content-type': 'application/json' }),
      ...headers,
    });
    response.end(status === 204 ? undefined : JSON.stringify(body));
  }

  #asMessage(posted: Posted): object {
    const { application, nameOf } = this.#options;
    const bot = posted.author === application.id;
    return asMessage(posted, { id: posted.author, name: nameOf(posted.author), bot }, posted.body);
  }
}

function refused({ status, code, message, ...refusal }: Refusal, how: Failing = {}): Answer {
  const retryAfter = how.retryAfter ?? refusal.retryAfter;
  return [
    status,
    { message, code },
    {
      ...(retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` }),
      ...(how.global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  ];
}
