import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds after which a collection of garbage has let go of what it found. */
const LET_GO = 500;

/** Loaded before a contestant (`--import`): tells on request what the process has used so far. */
process.on('message', async (what) => {
  if (what === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  } else {
    globalThis.gc?.();
    await sleep(LET_GO);
    globalThis.gc?.();
    process.send?.(process.memoryUsage().heapUsed);
  }
});

// It dies with whoever started it.
process.on('disconnect', () => process.exit());
