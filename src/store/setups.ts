import type { RoundSetup } from '../core/quiz/types.ts';

/** The setups of rounds in use, which never change: so that an answer need not read and parse its round's questions again. */
export interface Setups {
  get(round: string): RoundSetup | undefined;
  put(setup: RoundSetup): void;
  drop(round: string): void;
}

/** @param most how many are kept; those unused for longest go first */
export function keepSetups(most: number): Setups {
  const kept = new Map<string, RoundSetup>();
  const put = (setup: RoundSetup) => {
    kept.delete(setup.id);
    kept.set(setup.id, setup);
    const [oldest] = kept.size > most ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
  };
  return {
    get(round) {
      const setup = kept.get(round);
      if (setup) put(setup);
      return setup;
    },
    put,
    drop: (round) => void kept.delete(round),
  };
}
