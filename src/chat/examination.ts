/** Something that was looked at, and how it stands. Whatever is not fine says what to do. */
export interface Finding {
  state: 'fine' | 'note' | 'fault';
  /** What was looked at, in a word or two. */
  about: string;
  sentence: string;
}

export function fine(about: string, sentence: string): Finding {
  return { state: 'fine', about, sentence };
}

/** Something to know, which keeps nothing from working. */
export function note(about: string, sentence: string): Finding {
  return { state: 'note', about, sentence };
}

/** Something that does not work until somebody mends it. */
export function fault(about: string, sentence: string): Finding {
  return { state: 'fault', about, sentence };
}

/** Nobody waits for this answer any longer. */
export class LateError extends Error {
  override name = 'LateError';
}

/** What an examination is made with. */
export interface Means {
  /** Milliseconds since 1970. */
  now(): number;
  /** An answer that comes while somebody waits for it. @throws LateError, and whatever the answer throws */
  inTime<T>(answer: Promise<T>): Promise<T>;
}

/** What somebody else's clock said, between two moments of our own; all in milliseconds since 1970. */
export interface Reading {
  sent: number;
  received: number;
  /** Their moment lies from here … */
  from: number;
  /** … to here: the same where they tell milliseconds. */
  to: number;
}

/** Their clock by a `Date` header, which leaves the part of a second away; undefined where there is no such header. */
export function readingOf(date: string | null, sent: number, received: number): Reading | undefined {
  const from = Date.parse(date ?? '');
  return Number.isNaN(from) ? undefined : { sent, received, from, to: from + 999 };
}

/** Of two readings the one that says more: the quicker the answer, the surer what it tells. */
export function surer(one: Reading | undefined, other: Reading | undefined): Reading | undefined {
  if (!one || !other) return one ?? other;
  return other.received - other.sent < one.received - one.sent ? other : one;
}

/** A place in which something is posted day by day, with the platform's own ids. */
export interface Watched {
  place: string;
  server?: string;
  /** Nothing of a kind is posted while it is paused: because somebody asked, or because the place has refused for a day. */
  posts: readonly { kind: 'tip' | 'question'; paused?: 'asked' | 'refused' }[];
}

/** Whether we may post in a place, and where not why and what to do. */
export type Outlook = {
  /** What the place is called there. */
  name: string;
} & ({ state: 'open' } | { state: 'closed' | 'gone' | 'unknown'; why: string });

/** What has come of asking a platform. */
export interface Examination {
  findings: Finding[];
  reading?: Reading;
  /** Missing where the platform does not let us in. */
  places?: {
    /** @throws PlatformError when there is no use in asking on */
    look(place: Watched): Promise<Outlook>;
    /** How many may be asked about in one go, so that a running program keeps its share of the platform's limits. */
    most: number;
  };
}
