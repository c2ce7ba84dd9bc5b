import type { Clock } from './clock.ts';

/** In milliseconds: so long nobody has done anything, and so long it is waited for at most. */
const LULL = 100;
const PATIENCE = 1000;

/**
 * Waits for a moment in which nothing is on its way, as far as one can tell: what meets a connection that is just being closed is lost, and members
 * often click all at once.
 *
 * @param quietFor the milliseconds since the latest event
 */
export async function lull(quietFor: () => number, clock: Clock): Promise<void> {
  const end = clock.now() + PATIENCE;
  while (quietFor() < LULL && clock.now() < end)
    await new Promise<void>((resolve) => clock.at(clock.now() + LULL - quietFor(), resolve));
}
