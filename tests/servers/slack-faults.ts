import type { ServerResponse } from 'node:http';
import type { Json } from './slack-blocks.ts';

/** What goes wrong with a call: Slack asks to wait, fails, or the connection is cut before or after the call took effect. */
export type Fault =
  | { kind: 'limited'; seconds: number }
  | { kind: 'broken'; status: number }
  | { kind: 'cut'; moment: Moment };

export type Moment = 'before' | 'after';

/** A call of the app, as it came in. */
export interface Call {
  method: string;
  args: Json;
}

/** Sees every call, before and after it takes effect, and may cut its connection then. */
export type Meddle = (call: Call, moment: Moment) => 'cut' | undefined;

/** The faults that a test has switched on. */
export class Faults {
  meddle: Meddle = () => undefined;
  /** What goes wrong with every call. */
  always: Fault | undefined;
  readonly #waiting = new Map<string, Fault[]>();

  /** The next calls of a method go wrong. */
  add(method: string, fault: Fault, times: number): void {
    const faults = this.#waiting.get(method) ?? [];
    this.#waiting.set(method, [...faults, ...Array.from({ length: times }, () => fault)]);
  }

  /**
   * Makes a call, as far as no fault keeps it from that.
   *
   * @param take makes the call and returns how it is answered
   */
  pass(call: Call, response: ServerResponse, take: () => () => void): void {
    const fault = this.always ?? this.#waiting.get(call.method)?.shift();
    if (fault?.kind === 'limited') {
      response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': String(fault.seconds) });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return;
    }
    if (fault?.kind === 'broken') {
      response.writeHead(fault.status, { 'Content-Type': 'text/html' });
      response.end('<html>upstream</html>');
      return;
    }
    const cut = (moment: Moment) =>
      this.meddle(call, moment) === 'cut' || (fault?.kind === 'cut' && fault.moment === moment);
    if (cut('before')) return void response.socket?.destroy();
    const answer = take();
    if (cut('after')) return void response.socket?.destroy();
    answer();
  }
}
