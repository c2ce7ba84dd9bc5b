import type { Guard } from './boundary.ts';
import { sums } from './deck.ts';

/** Where a group plays: a channel of a loopback platform. */
export interface Table {
  platform: 'discord' | 'slack';
  /** What a program that serves it is told. */
  env: Record<string, string>;
  /** What of the bot's everyone sees in the channel now, the oldest first. */
  posts(): Post[];
  person(name: string): Person;
  /** Another channel there, at once. */
  newChannel(): Channel;
  /** From now on asked around each call of the bot's. */
  guardedBy(guard: Guard): void;
  close(): Promise<void>;
}

/** Another channel, in which rounds are played and things are posted day by day. */
export interface Channel {
  /** Its id in the store. */
  place: string;
  /** What of the bot's everyone sees there now, the oldest first. */
  posts(): Post[];
  /** `/tips on`, by somebody who manages the server. */
  turnsOn(wish: Readonly<Record<'kind' | 'time' | 'timezone', string>>): Promise<string | undefined>;
  person(name: string): Person;
}

export interface Post {
  id: string;
  text: string;
  controls: readonly string[];
  replyTo: string | undefined;
}

/** A member of the group. What they do comes to nothing (undefined) where the platform says that it failed, or never says anything. */
export interface Person {
  name: string;
  /** The id of this player in the store. */
  id: string;
  starts(questions: number, seconds: number): Promise<string | undefined>;
  /** `/quiz stop` and its like. */
  orders(what: 'stop' | 'pause' | 'resume'): Promise<string | undefined>;
  /** Clicks the button of a message whose label has this in it; resolves with the private answer. */
  clicks(post: Post, label: string): Promise<string | undefined>;
  /** What the bot has written to them alone. */
  letters(): string[];
  /** What it has shown to them alone in the channel, the oldest first. */
  whispers(): string[];
  /** `/sums`: a question about the deck. */
  looksUp(words: string): Promise<string | undefined>;
}

/** What a message of a round is about. */
export type Subject =
  | { kind: 'opening' | 'back' | 'end' | 'other' }
  | { kind: 'question'; stem: string; again: boolean }
  | { kind: 'reveal' };

export function subjectOf({ text }: Pick<Post, 'text'>): Subject {
  if (/The round on .* (is over|was stopped|ends here)/.test(text)) return { kind: 'end' };
  if (/Right answer: /.test(text)) return { kind: 'reveal' };
  if (/Quiz: /.test(text)) return { kind: 'opening' };
  const stem = sums.find((sum) => text.includes(sum.stem))?.stem;
  if (stem !== undefined) return { kind: 'question', stem, again: /This question is open again/.test(text) };
  return { kind: /I was away for a moment/.test(text) ? 'back' : 'other' };
}

export interface Phase {
  name: string;
  /** Another one each time that the phase comes round. */
  id: string;
}

/** Where a round is, by what stands in its channel and by whether people are clicking. */
export function phaseOf(posts: readonly Post[], areClicking: boolean): Phase {
  const last = posts.at(-1);
  if (!last) return { name: 'before', id: '' };
  const { kind } = subjectOf(last);
  const open = areClicking ? 'answers' : 'question';
  const name = kind === 'question' ? (last.controls.length === 0 ? 'closed question' : open) : kind;
  const stems = posts
    .map(subjectOf)
    .flatMap((subject) => (subject.kind === 'question' ? [subject.stem] : []));
  return { name, id: `${name} ${stems.at(-1)}` };
}

/** Milliseconds after which a platform tells a member that nobody answered. */
const PATIENCE = 3000;

/** What comes of a deed; nothing where it fails, or takes too long. */
export async function outcomeOf(deed: () => Promise<{ text: string }>): Promise<string | undefined> {
  const tooLong = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => tooLong.resolve(undefined), PATIENCE);
  const done = (async () => (await deed()).text)().catch(() => undefined);
  const text = await Promise.race([done, tooLong.promise]);
  clearTimeout(timer);
  return text;
}
