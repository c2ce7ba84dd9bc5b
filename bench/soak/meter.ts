import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the program has in use. */
export interface Vitals {
  /** Resident bytes, and those in use on the heap after a collection of garbage. */
  rss: number;
  heap: number;
  /** Sockets, servers, files and the like that are open, and timers that are set. */
  handles: number;
  timers: number;
  /** Milliseconds by which the event loop was late at worst and in 99 of 100 cases, since it was asked last. */
  delay: number;
  longest: number;
}

/** Milliseconds after which a collection of garbage has let go of what it found. */
const LET_GO = 500;

const delays = monitorEventLoopDelay({ resolution: 10 });
delays.enable();

/** Loaded before the program (`--import`): tells on request what it has in use. */
process.on('message', async () => {
  const [delay, longest] = [delays.percentile(99), delays.max].map((ns) => ns / 1e6);
  globalThis.gc?.();
  await sleep(LET_GO);
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const active = process.getActiveResourcesInfo();
  const timers = active.filter((one) => one === 'Timeout' || one === 'Immediate').length;
  const vitals = { rss, heap: heapUsed, handles: active.length - timers, timers, delay, longest };
  process.send?.(vitals);
  delays.reset(); // the collection is not the program's own
});

// It dies with whoever started it.
process.on('disconnect', () => process.exit());
