import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { count } from './subject.ts';

export interface Knock {
  method?: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** The connection is cut after this much of the body. */
  cutAfter?: number;
}

/** Bytes on a connection of their own, which need be no request. */
export interface Noise {
  bytes: string;
}

/** A kind of request, and the only things that it may come to: a status, or `cut`. */
export interface Way<T> {
  name: string;
  comesTo: readonly string[];
  knock(given: T): Knock | Noise;
}

/** Milliseconds after which there will be no answer. */
const PATIENCE = 20_000;
/** Requests under way at once: Bolt keeps some for three seconds; and a server that is behind lets 511 connections wait, those of all attacks together. */
const AT_ONCE = 200;

/** Sends requests of any form, and counts what they come to. */
export class Knocker {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  readonly #underWay = new Set<Promise<void>>();
  readonly #address: () => string;
  readonly outcomes = new Map<string, number>();
  /** What came to something that it may not come to. */
  readonly wrong: string[] = [];

  constructor(address: () => string) {
    this.#address = address;
  }

  /** Resolves as soon as there is room for one more. */
  async send<T>({ name, comesTo, knock }: Way<T>, given: T): Promise<void> {
    const wanted = knock(given);
    const done = ('bytes' in wanted ? this.#reply(wanted) : this.#answer(wanted))
      .then((what) => {
        count(this.outcomes, `${name}: ${what}`);
        if (!comesTo.includes(what))
          this.wrong.push(`${name}: ${what}: ${JSON.stringify(wanted).slice(0, 500)}`);
      })
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
    if (this.#underWay.size >= AT_ONCE) await Promise.race(this.#underWay);
  }

  async settle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  close(): void {
    this.#agent.destroy();
  }

  /** What the server answers before it ends the connection. */
  #reply({ bytes }: Noise): Promise<string> {
    const { hostname, port } = new URL(this.#address());
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      socket.setTimeout(PATIENCE, () => socket.destroy());
      socket.on('error', () => {});
      socket.on('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'no answer'));
    });
  }

  #answer(knock: Knock): Promise<string> {
    const { method = 'POST', path, headers, body = '', cutAfter } = knock;
    return new Promise((resolve) => {
      const sent = request(new URL(path, this.#address()), {
        method,
        // What is cut is to reach the server: not by a connection that it may be ending.
        agent: cutAfter === undefined && this.#agent,
        headers: method === 'GET' ? headers : { 'Content-Length': Buffer.byteLength(body), ...headers },
        timeout: PATIENCE,
      });
      sent.on('response', (response) => {
        response.resume().on('close', () => resolve(String(response.statusCode)));
      });
      sent.on('timeout', () => {
        resolve('no answer');
        sent.destroy();
      });
      // The server may end a kept connection just then: https://nodejs.org/api/http.html#requestreusedsocket
      const again = () => sent.reusedSocket && cutAfter === undefined;
      sent.on('error', () => resolve(again() ? this.#answer(knock) : 'cut'));
      if (cutAfter === undefined) return void sent.end(body);
      sent.flushHeaders();
      sent.write(body.slice(0, cutAfter), () => sent.destroy());
    });
  }
}
