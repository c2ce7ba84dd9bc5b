import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { message, Refusal } from './slack-arguments.ts';
import type { Json } from './slack-blocks.ts';
import { envelope } from './slack-envelope.ts';
import { type Call, type Fault, Faults, type Meddle } from './slack-faults.ts';
import { Installation } from './slack-installation.ts';
import { Member } from './slack-member.ts';
import { httpTransport, type SocketTransport, socketTransport } from './slack-transport.ts';
import { methods } from './slack-web-api.ts';
import { type Channel, type Seen, World } from './slack-world.ts';

export interface SlackOptions {
  /** Where the app takes HTTP requests; Socket Mode when left out. */
  requestUrl?: () => string;
  /** Milliseconds; Slack's 3 seconds and 30 minutes are measured by it. */
  now?: () => number;
  /** What the bot token was granted. */
  scopes?: readonly string[];
}

/** A Slack workspace on this machine, which refuses what Slack refuses and remembers everything. */
export interface FakeSlack {
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  world: World;
  socket: SocketTransport;
  /** All calls in order, response URLs as `respond`. */
  calls: Call[];
  /** What the app did that Slack would refuse or complain of; a test that expects none checks that this is empty. */
  faults: string[];
  /** A new member, in the channel C1, where the app is. */
  member(name: string, team?: string, options?: { admin?: boolean }): Member;
  channel(id: string, options: Omit<Channel, 'id' | 'members'> & { members: readonly Member[] }): void;
  /** What everyone sees in a channel, the oldest first. */
  posts(channel: string): Seen[];
  /** The workspace removes the app, whose bot token has ended by then; resolves when the app has taken that. */
  uninstalls(): Promise<void>;
  /** It installs the app once more: with this bot token, while that of before has ended. */
  reinstalls(): string;
  /** From now on every call of this method fails with a code, or all do. */
  refuse(code: string, method?: string): void;
  /** Calls of this method are taken again. */
  accept(method: string): void;
  /** The next call of a method, or so many, goes wrong. */
  breaks(method: string, fault: Fault, times?: number): void;
  /** From now on every call goes wrong, or none. */
  breaksDown(fault: Fault | undefined): void;
  /** Takes no connections any more; those that are open stay. */
  shut(): void;
  /** Takes them again, at the same address. */
  reopen(): Promise<void>;
  /** From now on somebody sees every call before and after it takes effect. */
  meddle(meddle: Meddle): void;
  close(): Promise<void>;
}

/** What an app is granted that was made from the manifest. */
export const granted: readonly string[] = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'channels:read',
  'groups:read',
  'users:read',
  'files:write',
];

export async function startSlack({
  requestUrl,
  now = Date.now,
  scopes = granted,
}: SlackOptions = {}): Promise<FakeSlack> {
  const calls: Call[] = [];
  const complaints: string[] = [];
  const refused = new Map<string, string>();
  const faults = new Faults();
  const complain = (what: string) => complaints.push(what);
  const installation = new Installation();
  const signingSecret = '0123456789abcdef0123456789abcdef';

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', 'http://slack').pathname;
    const body = await buffer(request);
    const file = path.startsWith('/upload/');
    const method = path.startsWith('/api/') ? path.slice('/api/'.length) : file ? 'upload' : 'respond';
    const args = file ? {} : decode(request, body.toString());
    const sent = file ? await fileIn(request, body) : body;
    calls.push({ method, args });
    faults.pass({ method, args }, response, () => {
      try {
        return answer(response, 200, { ok: true, ...take(method, path, args, sent, request) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const told = refused.has(method) || refused.has('*') || world.excused.has(error.message);
        if (!told) complain(`${method}: ${error.message} ${JSON.stringify(error.more)}`);
        const status = path.startsWith('/api/') ? 200 : 404;
        return answer(response, status, { ok: false, error: error.message, ...error.more });
      }
    });
  });

  const answer = (response: ServerResponse, status: number, said: Json) => () => {
    response.writeHead(status, {
      Date: new Date(now()).toUTCString(),
      'Content-Type': 'application/json',
      'X-OAuth-Scopes': scopes.join(','),
    });
    response.end(JSON.stringify(said));
  };

  const take = (method: string, path: string, args: Json, sent: Buffer, request: IncomingMessage): Json => {
    const code = refused.get(method) ?? refused.get('*');
    if (code) throw new Refusal(code);
    if (method === 'respond') world.respond(path, message(args), args);
    else if (method === 'upload') world.receiveFile(path.slice('/upload/'.length), sent);
    else return call(method, args, request.headers.authorization?.replace('Bearer ', ''));
    return {};
  };

  const call = (method: string, args: Json, token: string | undefined): Json => {
    const rule = methods[method];
    if (!rule) throw new Refusal('unknown_method');
    installation.check(token, rule.token);
    const scope = typeof rule.scope === 'function' ? rule.scope(args, world) : rule.scope;
    if (scope && !scopes.includes(scope)) throw new Refusal('missing_scope', { needed: scope });
    return rule.call(args, world);
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const socket = socketTransport(server, now, complain);
  const world = new World(now, socket.open, address);
  const transport = requestUrl ? httpTransport(requestUrl, signingSecret, now, complain) : socket;
  const channel: FakeSlack['channel'] = (id, { members, ...options }) => {
    const known = world.channels.get(id) ?? { id, botIsIn: true, members: new Set<string>() };
    world.channels.set(id, Object.assign(known, options));
    for (const { id: user } of members) known.members.add(user);
  };

  return {
    apiUrl: `${address}/api/`,
    botToken: installation.botToken,
    appToken: installation.appToken,
    signingSecret,
    world,
    socket,
    calls,
    faults: complaints,
    channel,
    member(name, team = world.team, { admin = false } = {}) {
      const member = new Member({ id: world.next('U'), name, team }, world, transport.deliver, address);
      world.people.set(member.id, { name, team, admin });
      for (const id of ['C1', member.direct])
        channel(id, { botIsIn: world.channels.get(id)?.botIsIn ?? true, members: [member] });
      return member;
    },
    posts: (id) => world.messagesIn(id),
    async uninstalls() {
      installation.end();
      world.excused.add('account_inactive');
      await transport.deliver('events_api', envelope(world, { type: 'app_uninstalled' }));
    },
    reinstalls: () => installation.renew(),
    refuse(code, method = '*') {
      refused.set(method, code);
    },
    accept(method) {
      refused.delete(method);
    },
    breaks(method, fault, times = 1) {
      faults.add(method, fault, times);
    },
    breaksDown(fault) {
      faults.always = fault;
    },
    shut() {
      server.close();
      server.closeAllConnections();
    },
    reopen: () => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve)),
    meddle(meddle) {
      faults.meddle = meddle;
    },
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function decode(request: IncomingMessage, body: string): Json {
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(body);
  return Object.fromEntries(new URLSearchParams(body));
}

/** A file is sent as it is, or as a part of a form. */
async function fileIn(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
  const [part] = [...form.values()];
  return part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : Buffer.from(part ?? '');
}
