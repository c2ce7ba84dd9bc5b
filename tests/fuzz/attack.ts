import type { Random } from '../../src/core/quiz/random.ts';

/** One of the ways in which nonsense comes to the program. */
export interface Attack {
  name: string;
  /** What the program is told so that it meets this. */
  env: Record<string, string>;
  secrets: readonly string[];
  /** What the program prints when it can be reached. */
  ready: RegExp;
  /** Once the program runs: does what members do, so that there is something to spoil. */
  prepare(): Promise<void>;
  send(random: Random): Promise<void>;
  /** Waits where the program is far behind. */
  keepStep(): Promise<void>;
  /** Resolves when all that was sent has been taken. */
  settle(): Promise<void>;
  /** A member asks something and is answered. */
  ask(): Promise<string>;
  /** What became of what was sent: how often what. */
  outcomes: Map<string, number>;
  /** What came to something that it may not come to. */
  wrong: readonly string[];
  close(): Promise<void>;
}
