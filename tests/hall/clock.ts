import type { Clock } from '../../src/runtime/clock.ts';

export interface TestClock extends Clock {
  /** Lets so much time pass: what was to be called back in it is, in order. */
  pass(ms: number): void;
}

/** A clock that stands still until it is told. */
export function testClock(start = Date.UTC(2026, 10, 22, 12)): TestClock {
  let now = start;
  const timers = new Set<{ moment: number; run: () => void }>();
  return {
    now: () => now,
    at(moment, run) {
      const timer = { moment: Math.max(moment, now), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ moment }) => moment <= end).sort((a, b) => a.moment - b.moment);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.moment);
        next.run();
      }
      now = end;
    },
  };
}
