import fc from 'fast-check';

// CI checks the same cases each time, so that red means that the change broke something; everywhere else the cases are new ones every time,
// so that rare ones are found. `FAST_CHECK_SEED` repeats what a failure printed.
const seed = process.env.FAST_CHECK_SEED ?? (process.env.CI ? '20261122' : undefined);
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
