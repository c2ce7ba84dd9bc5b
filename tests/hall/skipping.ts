import type { Clock } from '../../src/runtime/clock.ts';

export interface SkippingClock extends Clock {
  /** So much time has passed at once. */
  skip(ms: number): void;
}

/** The machine's clock, until time is skipped: for tests in which a browser keeps its own. */
export function skippingClock(): SkippingClock {
  let ahead = 0;
  const waiting = new Set<() => void>();
  const now = () => Date.now() + ahead;
  return {
    now,
    at(moment, run) {
      let timer: NodeJS.Timeout;
      const arm = () => {
        clearTimeout(timer);
        timer = setTimeout(fire, Math.max(moment - now(), 0)).unref();
      };
      const fire = () => {
        waiting.delete(arm);
        run();
      };
      waiting.add(arm);
      arm();
      return () => {
        waiting.delete(arm);
        clearTimeout(timer);
      };
    },
    skip(ms) {
      ahead += ms;
      for (const arm of [...waiting]) arm();
    },
  };
}
