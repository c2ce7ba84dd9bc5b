import type { Event } from '../chat/event.ts';
import type { Player } from '../core/quiz/types.ts';

/** Ids of different platforms never meet: each begins with its platform's name. */
export function placeKey({ platform, place }: Event): string {
  return `${platform}:${place.id}`;
}

export function serverKey({ platform, server }: Event): string | undefined {
  return server === undefined ? undefined : `${platform}:${server}`;
}

export function playerOf({ platform, actor }: Event): Player {
  return { id: `${platform}:${actor.id}`, name: actor.name };
}

/** The platform's own id in a key. */
export function ownId(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
