import { Watch } from '../../tests/servers/discord-watch.ts';

/** Everyone in a round, its host included. */
export const PLAYERS = 20;

/** A platform on this machine to which one contestant is connected. `Post` is how it shows a message. */
export interface Hall<Post> {
  /** What the contestant is told of it. */
  env: Readonly<Record<string, string>>;
  tables: readonly Table<Post>[];
  /** Resolves when the contestant is connected. */
  connected(): Promise<void>;
  close(): Promise<void>;
}

/** A channel with the members who sit there, the first of them a round's host. */
export interface Table<Post> {
  players: readonly Player<Post>[];
  calls: PublicCalls;
  /** The last post that can be clicked on, as it is now: clicks on it may be under way when it changes. */
  post(): Post;
}

/** What they do resolves with the answer's text. */
export interface Player<Post> {
  starts(): Promise<string>;
  /** Presses a button. */
  presses(post: Post, label: string): Promise<string>;
  /** Picks as many choices as the question asks for, not the same for each `seed`. */
  answers(post: Post, seed: number): Promise<string>;
}

/** The calls by which messages for everyone in a channel are posted and edited. */
export class PublicCalls {
  readonly #watch = new Watch();
  count = 0;

  add(): void {
    this.count += 1;
    this.#watch.changed();
  }

  /** Resolves when there are so many. */
  reach(count: number): Promise<void> {
    return this.#watch.until(() => this.count >= count);
  }
}

/** So many items of a list, from anywhere in it on. */
export function someOf<T>(list: readonly T[], count: number, seed: number): T[] {
  const from = seed % list.length;
  return [...list.slice(from), ...list.slice(0, from)].slice(0, count);
}
