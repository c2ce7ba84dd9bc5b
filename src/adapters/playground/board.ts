import type { Message } from '../../chat/message.ts';
import { type Posting, SendError } from '../../chat/port.ts';
import { type Previews, type Shown, show } from './show.ts';

/** A message that the bot posted by itself, as it stands now. */
export interface Post extends Shown {
  id: string;
  place: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The id of the message that it answers. */
  replyTo?: string;
}

/** Something new on the board; an edit comes with the whole post. */
export interface Change {
  kind: 'post' | 'edit';
  post: Post;
}

export interface Board {
  /** Puts a message up; with a key that stands in the place already, gives the post of that key and changes nothing. */
  post(posting: Posting): Promise<Post>;
  /** @throws SendError when the message stands there no longer */
  edit(place: string, id: string, message: Message): Promise<void>;
  find(place: string, key: string): Post | undefined;
  /** All that stands, in order. */
  posts(): Post[];
  /** Calls back with every change until the function that it returns is called. */
  watch(listener: (change: Change) => void): () => void;
}

export interface BoardDeps {
  previews: Previews;
  /** Milliseconds since 1970. */
  now(): number;
  randomId(): string;
}

/** How many posts a place keeps; older ones go. */
const KEPT = 200;

/** What stands in the places of the playground: in memory, so that a page that is opened late or again sees it too. */
export function openBoard({ previews, now, randomId }: BoardDeps): Board {
  const places = new Map<string, { key: string; post: Post }[]>();
  const listeners = new Set<(change: Change) => void>();

  const standing = (place: string) => places.get(place) ?? [];
  const find = (place: string, key: string) => standing(place).find((one) => one.key === key)?.post;
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };

  return {
    find,
    async post({ place, message, key, replyTo }) {
      const shown = await show(message, previews);
      const known = find(place, key);
      if (known) return known;
      const post = { ...shown, id: randomId(), place, at: now(), ...(replyTo !== undefined && { replyTo }) };
      places.set(place, [...standing(place), { key, post }].slice(-KEPT));
      tell({ kind: 'post', post });
      return post;
    },
    async edit(place, id, message) {
      const shown = await show(message, previews);
      const found = standing(place).find(({ post }) => post.id === id);
      if (!found)
        throw new SendError({ kind: 'refused' }, 'That message stands in the playground no longer.');
      found.post = { ...found.post, ...shown };
      tell({ kind: 'edit', post: found.post });
    },
    posts: () => [...places.values()].flat().map(({ post }) => post),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
