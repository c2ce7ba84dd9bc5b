import type { Guard } from './boundary.ts';
import type { Process } from './process.ts';
import type { Phase } from './table.ts';

export interface ReaperOptions {
  /** A number from 0 to 1, without 1. */
  random(): number;
  /** Where the round is. */
  phase(): Phase;
}

/** Processes that are killed at most in one phase, so that the round comes to its others. */
const EACH_PHASE = 4;
/** How many of the processes may be killed while they start; the others are killed once they serve. */
const AT_THE_START = 0.15;
/** Boundaries that a process passes before it is killed at the next one, wherever that is. */
const LONGEST = 150;

/** How likely a process is killed at a boundary that is new: what changes nothing comes again and again. */
function chanceOf(what: string): number {
  return /^(select|begin|savepoint|release|with)/.test(what) ? 0.03 : 0.3;
}

/** Kills a process at one boundary after another, at those that no process has been killed at before if it can. */
export class Reaper {
  readonly #options: ReaperOptions;
  readonly covered = new Set<string>();
  /** Where processes were killed, in order. */
  readonly kills: string[] = [];
  readonly #phases: string[] = [];
  #victim: Process | undefined;
  #passed = 0;
  #sparesStart = false;

  constructor(options: ReaperOptions) {
    this.#options = options;
  }

  /** Whom to kill next. */
  aim(victim: Process): void {
    this.#victim = victim;
    this.#passed = 0;
    this.#sparesStart = this.#options.random() >= AT_THE_START;
  }

  isAiming(at?: Process): boolean {
    return this.#victim !== undefined && (at === undefined || at === this.#victim);
  }

  readonly guard: Guard = (what, moment) => {
    const { random, phase } = this.#options;
    const victim = this.#victim;
    if (!victim || (!victim.isUp() && this.#sparesStart)) return false;
    const { name, id } = phase();
    const where = `${victim.isUp() ? name : 'start'}: ${moment} ${what}`;
    if (this.#phases.filter((one) => one === id).length === EACH_PHASE) return false;
    this.#passed += 1;
    const isDue = this.#passed >= LONGEST || (!this.covered.has(where) && random() < chanceOf(what));
    if (!isDue) return false;
    this.covered.add(where);
    this.kills.push(where);
    this.#phases.push(id);
    this.#victim = undefined;
    victim.kill();
    return true;
  };
}

/** Numbers from 0 to 1 that are the same for the same seed: mulberry32, https://github.com/cprosche/mulberry32 */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
