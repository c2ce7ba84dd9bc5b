import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as read } from 'node:stream/consumers';
import type { Json } from './slack-blocks.ts';
import { Member } from './slack-member.ts';
import { httpTransport, type SocketTransport, socketTransport } from './slack-transport.ts';
import { message, methods, Refusal } from './slack-web-api.ts';
import { type Channel, World } from './slack-world.ts';

export interface SlackOptions {
  /** Where the app takes HTTP requests; Socket Mode when left out. */
  requestUrl?: () => string;
  /** Milliseconds; Slack's 3 seconds and 30 minutes are measured by it. */
  now?: () => number;
  /** What the bot token was granted. */
  scopes?: readonly string[];
}

/** A call of the app, as it came in. */
export interface Call {
  method: string;
  args: Json;
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
  member(name: string, team?: string): Member;
  channel(id: string, options: { botIsIn: boolean; members: readonly Member[] }): void;
  /** From now on every call of this method fails with a code, or all do. */
  refuse(code: string, method?: string): void;
  /** Calls of this method are taken again. */
  accept(method: string): void;
  close(): Promise<void>;
}

const granted = ['commands', 'chat:write', 'app_mentions:read', 'im:history'];

export async function startSlack({
  requestUrl,
  now = Date.now,
  scopes = granted,
}: SlackOptions = {}): Promise<FakeSlack> {
  const calls: Call[] = [];
  const faults: string[] = [];
  const refused = new Map<string, string>();
  const fault = (what: string) => faults.push(what);
  const botToken = 'xoxb-1-test';
  const appToken = 'xapp-1-test';
  const signingSecret = '0123456789abcdef0123456789abcdef';

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', 'http://slack').pathname;
    const args = decode(request, await read(request));
    const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'respond';
    calls.push({ method, args });
    try {
      const result = method === 'respond' ? respond(path, args) : call(method, args, request);
      response.writeHead(200, { 'Content-Type': 'application/json', 'X-OAuth-Scopes': scopes.join(',') });
      response.end(JSON.stringify({ ok: true, ...result }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!refused.has(method) && !refused.has('*'))
        fault(`${method}: ${error.message} ${JSON.stringify(error.more)}`);
      response.writeHead(method === 'respond' ? 404 : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: error.message, ...error.more }));
    }
  });

  const respond = (path: string, args: Json): Json => {
    refuseIfTold('respond');
    world.respond(path, message(args), args);
    return {};
  };
  const call = (method: string, args: Json, request: IncomingMessage): Json => {
    const rule = methods[method];
    if (!rule) throw new Refusal('unknown_method');
    refuseIfTold(method);
    const token = request.headers.authorization?.replace('Bearer ', '');
    if (token !== botToken && token !== appToken) throw new Refusal('invalid_auth');
    if (token !== (rule.token === 'bot' ? botToken : appToken)) throw new Refusal('not_allowed_token_type');
    if (rule.scope && !scopes.includes(rule.scope))
      throw new Refusal('missing_scope', { needed: rule.scope });
    return rule.call(args, world);
  };
  const refuseIfTold = (method: string) => {
    const code = refused.get(method) ?? refused.get('*');
    if (code) throw new Refusal(code);
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const socket = socketTransport(server, now, fault);
  const world = new World(now, socket.open);
  const transport = requestUrl ? httpTransport(requestUrl, signingSecret, now, fault) : socket;
  const channel = (id: string, botIsIn: boolean): Channel => {
    const made = world.channels.get(id) ?? { id, botIsIn, members: new Set<string>() };
    world.channels.set(id, made);
    return made;
  };

  return {
    apiUrl: `${address}/api/`,
    botToken,
    appToken,
    signingSecret,
    world,
    socket,
    calls,
    faults,
    member(name, team = world.team) {
      const member = new Member({ id: world.next('U'), name, team }, world, transport.deliver, address);
      channel('C1', true).members.add(member.id);
      channel(member.direct, true).members.add(member.id);
      return member;
    },
    channel(id, { botIsIn, members }) {
      for (const { id: user } of members) channel(id, botIsIn).members.add(user);
    },
    refuse(code, method = '*') {
      refused.set(method, code);
    },
    accept(method) {
      refused.delete(method);
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
