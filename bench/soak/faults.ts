import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../src/core/quiz/random.ts';
import { pick } from '../../tests/fuzz/nonsense.ts';

/** Milliseconds between two faults at most, and at least. */
const LONGEST = 12_000;
const SHORTEST = 3000;

/** Lets one thing after the other go wrong, and counts how often what has. */
export async function trouble(
  faults: Readonly<Record<string, () => void | Promise<void>>>,
  over: () => boolean,
): Promise<Map<string, number>> {
  const random = seeded('trouble');
  const counts = new Map<string, number>();
  for (;;) {
    await sleep(SHORTEST + random() * (LONGEST - SHORTEST));
    if (over()) return counts;
    const name = pick(random, Object.keys(faults));
    await faults[name]?.();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}
