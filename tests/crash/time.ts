import type { Clock } from '../../src/runtime/clock.ts';

/** How time passes: when it was `real` by the machine's clock it was `at`, and since then it goes `rate` times as fast. */
export interface Pace {
  at: number;
  real: number;
  rate: number;
}

interface Timer {
  moment: number;
  run: () => void;
  waiting?: NodeJS.Timeout;
}

/** A time that can be slowed, hastened and stopped while it passes, the same in several processes. */
export class Time implements Clock {
  #pace: Pace;
  readonly #timers = new Set<Timer>();
  readonly #followers = new Set<(pace: Pace) => void>();

  constructor(pace: Pace = { at: Date.UTC(2026, 10, 22, 12), real: Date.now(), rate: 0 }) {
    this.#pace = pace;
  }

  readonly now = (): number => {
    const { at, real, rate } = this.#pace;
    return Math.floor(at + (Date.now() - real) * rate);
  };

  at(moment: number, run: () => void): () => void {
    const timer: Timer = { moment, run };
    this.#timers.add(timer);
    this.#set(timer);
    return () => this.#callOff(timer);
  }

  get pace(): Pace {
    return this.#pace;
  }

  /** From now on time passes so many times as fast as the machine's; 0 stops it. */
  flow(rate: number): void {
    if (rate !== this.#pace.rate) this.follow({ at: this.now(), real: Date.now(), rate });
  }

  /** So many milliseconds are over at once. */
  skip(ms: number): void {
    this.follow({ at: this.now() + ms, real: Date.now(), rate: this.#pace.rate });
  }

  /** Goes as another process's time does. */
  follow(pace: Pace): void {
    this.#pace = pace;
    for (const timer of this.#timers) this.#set(timer);
    for (const follower of this.#followers) follower(pace);
  }

  /** Calls back whenever time passes differently; what it returns ends that. */
  onPace(follower: (pace: Pace) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  #set(timer: Timer): void {
    clearTimeout(timer.waiting);
    const { rate } = this.#pace;
    if (rate === 0) return;
    const wait = Math.ceil((timer.moment - this.now()) / rate);
    timer.waiting = setTimeout(() => this.#ring(timer), Math.min(Math.max(wait, 0), 1000)).unref();
  }

  #ring(timer: Timer): void {
    if (this.now() < timer.moment) {
      this.#set(timer);
      return;
    }
    this.#callOff(timer);
    timer.run();
  }

  #callOff(timer: Timer): void {
    clearTimeout(timer.waiting);
    this.#timers.delete(timer);
  }
}
