/** Time, as it is passed in: tests bring a clock of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back at a moment, or soon if that has passed; what it returns calls that off. */
  at(moment: number, run: () => void): () => void;
}

/** Node's timers fire at once when they are set for longer than this. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  at(moment, run) {
    const timer = setTimeout(run, Math.min(Math.max(moment - Date.now(), 0), LONGEST_TIMER)).unref();
    return () => clearTimeout(timer);
  },
};
