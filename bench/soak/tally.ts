import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds after which people wait no more. */
const PATIENCE = 30_000;

/** What people did, and how often it came to an answer. */
export class Tally {
  readonly counts = new Map<string, { tried: number; answered: number }>();

  /** Does something that an answer is waited for, for so long as people would. Undefined where none came. */
  async deed<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
    const count = this.counts.get(name) ?? { tried: 0, answered: 0 };
    this.counts.set(name, count);
    count.tried += 1;
    const done = run().then(
      (answer) => ({ answer }),
      () => undefined, // the platform says that it failed, or what was there to be clicked is gone
    );
    const outcome = await Promise.race([done, sleep(PATIENCE, undefined, { ref: false })]);
    if (outcome) count.answered += 1;
    return outcome?.answer;
  }
}
