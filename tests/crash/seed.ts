/** What chance is made of: the same each time on CI, another one everywhere else; `CRASH_SEED` repeats what a failure printed. */
export const seed = Number(process.env.CRASH_SEED ?? (process.env.CI ? 20261122 : Date.now() % 100_000));
