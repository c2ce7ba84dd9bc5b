import type { Refusal } from './discord-refusal.ts';

/** How requests fail. */
export interface Failing {
  /** What is answered; without one the connection is cut. */
  refusal?: Refusal;
  /** Nothing is answered, and the connection stays. */
  silent?: true;
  /** The request takes effect all the same. */
  effect?: true;
  /** Seconds, for the header of that name. */
  retryAfter?: number;
  /** The limit is one over all routes. */
  global?: true;
  /** How many requests fail; all if left out. */
  times?: number;
}

/** Requests that fail, by the start of `METHOD /path`. */
export class Faults extends Map<string, Failing> {
  /** How this request fails, if it does; counts it. */
  next(request: string): Failing | undefined {
    for (const [start, failing] of this) {
      const { times = Number.POSITIVE_INFINITY } = failing;
      if (times === 0 || !request.startsWith(start)) continue;
      failing.times = times - 1;
      return failing;
    }
    return undefined;
  }
}
