import type { Random } from '../../src/core/quiz/random.ts';

/** A platform on this machine, with people who use the program there. `S` is how the platform shows a message. */
export interface Town<S> {
  name: string;
  /** What the program is told of it. */
  env: Readonly<Record<string, string>>;
  /** Resolves when the program is connected; from then on there are things to spoil. */
  connected(): Promise<void>;
  /** A channel with people, the first of whom manages the server. */
  newRoom(people: number): Room<S>;
  /** Sends the program something that no platform would. */
  nonsense(random: Random): Promise<void>;
  /** What may go wrong, by name. */
  faults: Readonly<Record<string, () => void | Promise<void>>>;
  close(): Promise<void>;
}

export interface Room<S> {
  people: readonly Person<S>[];
  /** What everyone sees of the program, the oldest first. */
  posts(): readonly Shown<S>[];
}

export interface Shown<S> {
  id: string;
  text: string;
  /** Of its buttons and choices. */
  labels: readonly string[];
  seen: S;
}

/** What they do resolves with the answer. */
export interface Person<S> {
  /** A slash command; `words` is what its first option takes. */
  asks(
    command: string,
    words?: string,
    options?: Readonly<Record<string, string | number>>,
  ): Promise<Shown<S>>;
  presses(post: Shown<S>, label: string): Promise<Shown<S>>;
  /** Picks as many choices as a question asks for, not the same for each `seed`. */
  picks(post: Shown<S>, seed: number): Promise<Shown<S>>;
}
