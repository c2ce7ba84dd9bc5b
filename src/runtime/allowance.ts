import type { Event, PlatformName } from '../chat/event.ts';
import { placeKey, playerOf } from './keys.ts';

/** So many at once; within the window all of them come back, evenly. The window is in milliseconds. */
export interface Limit {
  most: number;
  window: number;
}

/**
 * What is answered in ten seconds. A member: more than a hand can mean, and well above the twenty clicks of an impatient one; whoever goes
 * on gets three a second. A place: several members' worth, so that a few cannot fill a channel; clicks are left out, because a round of
 * hundreds is answered in one place. Suggestions: an event for each letter typed, and no more than a fast typist needs.
 */
const limits = {
  member: { most: 30, window: 10_000 },
  place: { most: 120, window: 10_000 },
  typing: { most: 60, window: 10_000 },
} satisfies Record<string, Limit>;

/** Members or places that are remembered at once, a few megabytes; beyond, the one that took longest ago begins anew. */
const KEPT = 20_000;

/** What members may ask of the program. Each process counts what it is asked itself. `now` is in milliseconds from any start, never going back. */
export interface Allowance {
  /** Whether an event is to be answered; if so, it is counted. */
  admits(event: Event, now: number): boolean;
  /** Whether something is to be offered to a member who types. */
  admitsTyping(platform: PlatformName, member: string, now: number): boolean;
}

export function openAllowance(): Allowance {
  const member = openLimit(limits.member);
  const place = openLimit(limits.place);
  const typing = openLimit(limits.typing);
  return {
    admits: (event, now) =>
      member.take(playerOf(event).id, now) &&
      (event.input.kind === 'action' || place.take(placeKey(event), now)),
    admitsTyping: (platform, id, now) => typing.take(`${platform}:${id}`, now),
  };
}

export interface Taking {
  /** False when a key has nothing left, which costs it nothing. */
  take(key: string, now: number): boolean;
  /** The number of keys that are remembered. */
  readonly size: number;
}

/** A leaky bucket a key. Those that are empty again are forgotten without any timer: some takes look at the oldest, ten in each window. */
export function openLimit({ most, window }: Limit, kept = KEPT): Taking {
  /** Whoever took last comes last. */
  const taken = new Map<string, { count: number; at: number }>();
  let looked = Number.NEGATIVE_INFINITY;
  const forget = (now: number) => {
    if (now - looked < window / 10 && taken.size < kept) return;
    looked = now;
    for (const [key, { at }] of taken) {
      if (now - at < window && taken.size < kept) return;
      taken.delete(key);
    }
  };
  return {
    take(key, now) {
      const { count, at } = taken.get(key) ?? { count: 0, at: now };
      const left = Math.max(0, count - ((now - at) * most) / window);
      if (left + 1 > most) return false;
      taken.delete(key);
      forget(now);
      taken.set(key, { count: left + 1, at: now });
      return true;
    },
    get size() {
      return taken.size;
    },
  };
}
