import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type InteractionRecord, Refusal, shaped } from './discord-interactions.ts';
import { type CommandShape, commands } from './discord-rules.ts';

/** A request as it came in. */
export interface Recorded {
  method: string;
  /** Without the API's version. */
  path: string;
  body: unknown;
}

export interface Failing {
  refusal: Refusal;
  /** Seconds, for the header of that name. */
  retryAfter?: number;
  /** How many requests fail; all if left out. */
  times?: number;
}

export interface RestOptions {
  knows(token: string): boolean;
  application: { id: string; name: string };
  gatewayUrl(): string;
  interaction(token: string): InteractionRecord | undefined;
  /** Is called after each request that was answered. */
  changed(): void;
}

/** The REST side: who the bot is, its commands, and the answers to interactions. */
export class Rest {
  readonly #options: RestOptions;
  readonly #server: Server;
  readonly requests: Recorded[] = [];
  registered: CommandShape[] = [];
  /** Requests that are refused, by the start of `METHOD /path`. */
  readonly failing = new Map<string, Failing>();

  constructor(options: RestOptions) {
    this.#options = options;
    this.#server = createServer(async (request, response) => {
      const body = await read(request);
      const [status, answer, headers] = this.#answer(request, body);
      response.writeHead(status, {
        ...(status === 204 ? {} : { 'content-type': 'application/json' }),
        ...headers,
      });
      response.end(status === 204 ? undefined : JSON.stringify(answer));
      this.#options.changed();
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer(request: IncomingMessage, body: unknown): [number, unknown, Record<string, string>?] {
    const { method = '', url = '' } = request;
    const path = decodeURIComponent(new URL(url, 'http://discord').pathname).replace(/^\/api\/v10/, '');
    this.requests.push({ method, path, body });
    try {
      for (const [start, failing] of this.failing) {
        const { refusal, retryAfter, times = Infinity } = failing;
        if (times === 0 || !`${method} ${path}`.startsWith(start)) continue;
        failing.times = times - 1;
        return [
          refusal.status,
          refused(refusal),
          retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` },
        ];
      }
      return this.#route(method, path, body, request.headers.authorization);
    } catch (error) {
      if (error instanceof Refusal) return [error.status, refused(error)];
      throw error;
    }
  }

  #route(method: string, path: string, body: unknown, authorization: string | undefined): [number, unknown] {
    const callback = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path);
    if (callback) {
      const record = this.#options.interaction(callback[2] ?? '');
      if (record?.id !== callback[1]) throw new Refusal(404, 10062, 'Unknown interaction');
      record?.callback(body as { type: number });
      return [204, undefined];
    }
    const webhook = /^\/webhooks\/\d+\/([^/]+)(?:\/messages\/([^/]+))?$/.exec(path);
    if (webhook) return this.#webhook(method, webhook[1] ?? '', webhook[2], body);
    if (!this.#options.knows((authorization ?? '').replace(/^Bot /, '')))
      throw new Refusal(401, 0, '401: Unauthorized');
    const { application } = this.#options;
    if (path === '/applications/@me') return [200, application];
    if (path === '/gateway/bot')
      return [
        200,
        {
          url: this.#options.gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
        },
      ];
    if (path === `/applications/${application.id}/commands`) {
      if (method === 'PUT') this.registered = shaped(commands, body);
      return [200, this.registered.map((command, index) => asKept(command, index, application.id))];
    }
    throw new Refusal(404, 0, '404: Not Found');
  }

  #webhook(method: string, token: string, id: string | undefined, body: unknown): [number, unknown] {
    const record = this.#options.interaction(token);
    if (!record) throw new Refusal(404, 10015, 'Unknown Webhook');
    if (method === 'DELETE') {
      record.remove(id ?? '@original');
      return [204, undefined];
    }
    const posted = method === 'PATCH' ? record.edit(id ?? '@original', body) : record.followUp(body);
    return [200, asMessage(posted.id, this.#options.application, posted.body)];
  }
}

/** A message as the API gives it back. */
export function asMessage(id: string, application: { id: string; name: string }, body: object): object {
  return {
    id,
    channel_id: '300',
    author: { id: application.id, username: application.name, discriminator: '0', avatar: null, bot: true },
    application_id: application.id,
    timestamp: new Date(0).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    content: '',
    pinned: false,
    type: 20,
    flags: 0,
    ...body,
  };
}

/** What Discord gives back of a command: with ids and defaults of its own, without what was a default, in its own order. */
function asKept(command: CommandShape, index: number, application_id: string): object {
  const options = command.type === 1 ? command.options : undefined;
  return {
    id: `${900 + index}`,
    application_id,
    version: '901',
    default_member_permissions: null,
    dm_permission: true,
    name_localizations: null,
    nsfw: false,
    description: '',
    ...command,
    contexts: command.contexts.toReversed(),
    ...(options
      ? { options: options.map(({ required, ...rest }) => (required ? { ...rest, required } : rest)) }
      : {}),
  };
}

function refused({ message, code }: Refusal): object {
  return { message, code };
}

async function read(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}
