import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { countRefusals } from '../src/refusals.ts';
import { failedRequest, serveWeb } from '../src/web.ts';

const silent = { info() {}, warn() {}, error() {} };
const web = new Hono().onError(failedRequest(silent));
web.get('/', (c) => c.text('here'));
web.post('/said', async (c) => c.text((await c.req.text()) || 'nothing'));

/** A server that tells what it refuses. */
async function counting() {
  const refused: number[] = [];
  const { address, close } = await serveWeb(web, '127.0.0.1', 0, {
    refused: (status) => refused.push(status),
  });
  onTestFinished(close);
  return { refused, port: Number(new URL(address).port) };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

type End = 'wait' | 'end' | 'reset';

/** The servers' ends of all connections, by the port at the other end. */
const taken = new Map<number | undefined, Socket>();
const take = (message: unknown) => {
  const { socket } = message as { socket: Socket };
  taken.set(socket.remotePort, socket);
};
beforeAll(() => subscribe('net.server.socket', take));
afterAll(() => unsubscribe('net.server.socket', take));

/** Sends bytes on a connection of their own, then perhaps more, ends it, and resolves with the first lines of what came back. */
async function sends(port: number, bytes: string, end: End = 'wait', more?: string): Promise<string[]> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  socket.write(bytes);
  while ((taken.get(socket.localPort)?.bytesRead ?? 0) < bytes.length) await turn();
  if (more) {
    await once(socket, 'data');
    socket.write(more);
  }
  if (end === 'end') socket.end();
  if (end === 'reset') socket.resetAndDestroy();
  await closed;
  return answer.match(/HTTP\/1\.1 .*/g) ?? [];
}

const get = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
const last = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const head = 'POST /said HTTP/1.1\r\nHost: x\r\n';

test.each<[string, string, End, number]>([
  ['no request line', 'HELLO\r\n\r\n', 'wait', 400],
  ['an unknown method', 'SPEAK / HTTP/1.1\r\nHost: x\r\n\r\n', 'wait', 400],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 'wait', 400],
  ['headers that are too large', `GET / HTTP/1.1\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 'wait', 431],
  ['a header that is none', 'GET / HTTP/1.1\r\nHost: x\r\n no header\r\n\r\n', 'wait', 400],
  ['two lengths', `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 'wait', 400],
  ['a chunk without a size', `${head}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`, 'wait', 400],
  ['an expectation', `${head}Expect: more\r\nConnection: close\r\n\r\n`, 'wait', 417],
  ['a head that ends in the middle', 'GET / HT', 'end', 400],
  ['a head that is cut off', 'GET / HT', 'reset', 400],
  ['a body that ends in the middle', `${head}Content-Length: 9\r\n\r\nabc`, 'end', 400],
  ['a body that is cut off', `${head}Content-Length: 9\r\n\r\nabc`, 'reset', 400],
])('%s is counted once, and answered as Node answers it', async (_, bytes, end, status) => {
  const { refused, port } = await counting();
  const plain = await listening(
    createServer((request, response) => request.resume().on('end', () => response.end())),
  );
  expect(await sends(port, bytes, end)).toEqual(await sends(plain, bytes, end));
  await vi.waitFor(() => expect(refused).toEqual([status]));
});

test('what asks for a tunnel is refused', async () => {
  const { refused, port } = await counting();
  expect(await sends(port, 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n')).toEqual([]);
  expect(refused).toEqual([405]);
});

test('a request that takes too long to come is counted', async () => {
  const refused: number[] = [];
  const server = createServer({ headersTimeout: 50, connectionsCheckingInterval: 20 });
  countRefusals(server, (status) => refused.push(status));
  expect(await sends(await listening(server), 'GET / HT')).toEqual(['HTTP/1.1 408 Request Timeout']);
  expect(refused).toEqual([408]);
});

test.each<[string, string, End]>([
  ['a connection that brings nothing', '', 'end'],
  ['one that is cut without a word', '', 'reset'],
  ['one that is cut after its answer', get, 'reset'],
  ['one that is closed as agreed', last, 'wait'],
])('%s is no refusal', async (_, bytes, end) => {
  const { refused, port } = await counting();
  await sends(port, bytes, end);
  for (let turns = 0; turns < 20; turns += 1) await turn();
  expect(refused).toEqual([]);
});

test('who asked for what is not there, and goes away in the middle of it, is counted once', async () => {
  const { refused, port } = await counting();
  const bytes = 'POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc';
  expect(await sends(port, bytes, 'end')).toContain('HTTP/1.1 404 Not Found');
  await sends(port, bytes, 'reset');
  for (let turns = 0; turns < 20; turns += 1) await turn();
  expect(refused).toEqual([404, 404]);
});

test('nonsense after a request is counted, and answered unless that one is being answered', async () => {
  const { refused, port } = await counting();
  expect(await sends(port, get, 'wait', 'HELLO\r\n\r\n')).toEqual([
    'HTTP/1.1 200 OK',
    'HTTP/1.1 400 Bad Request',
  ]);
  const slow = createServer((_, response) => response.write('a part'));
  countRefusals(slow, (status) => refused.push(status));
  expect(await sends(await listening(slow), get, 'wait', 'HELLO\r\n\r\n')).toEqual(['HTTP/1.1 200 OK']);
  expect(refused).toEqual([400, 400]);
});
