import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';

/** Stands between the program and a platform's socket: hands all on, keeps what came by, and puts in what nobody sent. */
export class Tap {
  readonly #server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  readonly #platform: () => string;
  #program: WebSocket | undefined;
  /** What the platform sent while this is set. */
  kept: string[] | undefined;
  /** Sees what the program sends; where it says so, the platform does not. */
  hears: (frame: string) => boolean = () => false;

  /** @param platform the address of the platform's socket */
  constructor(platform: () => string) {
    this.#platform = platform;
    this.#server.on('connection', (socket, { url = '/' }) => this.#join(socket, url));
  }

  async listening(): Promise<this> {
    if (this.#server.address() === null) await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `ws://127.0.0.1:${port}`;
  }

  /** Sends the program a frame, as soon as it is connected. */
  async put(frame: string | Buffer): Promise<void> {
    while (this.#program?.readyState !== WebSocket.OPEN) await sleep(10);
    this.#program.send(frame);
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((closed) => this.#server.close(closed));
  }

  #join(program: WebSocket, path: string): void {
    const platform = new WebSocket(this.#platform() + path);
    const early: string[] = [];
    this.#program = program;
    program.on('message', (data) => {
      const frame = String(data);
      if (this.hears(frame)) return;
      if (platform.readyState === WebSocket.OPEN) platform.send(frame);
      else early.push(frame);
    });
    platform.on('open', () => {
      for (const frame of early.splice(0)) platform.send(frame);
    });
    platform.on('message', (data) => {
      // Whoever comes again comes this way again.
      const frame = String(data).replaceAll(this.#platform(), this.url);
      this.kept?.push(frame);
      program.send(frame);
    });
    program.on('close', () => platform.close());
    platform.on('close', (code) => program.close(code >= 3000 ? code : 1000));
    platform.on('error', () => program.terminate());
  }
}
