import type { Daily, LivedDays } from './days.ts';
import { tips } from './deck.ts';
import { type DaySubject, datesOf, localDate, type Subscribed, subjectOfDay } from './subscribed.ts';

export interface PromisedDays {
  subscribed: readonly Subscribed[];
  moments: readonly number[];
  /** Posts, by `dayKey`, of which nobody can know whether they were taken: these may be missing. */
  doubtful: ReadonlySet<string>;
  /** Whether the platform has replies. */
  replies: boolean;
}

/** Names what is posted in a place on a local date. */
export function dayKey(place: string, subject: DaySubject | undefined, date: string): string {
  return `${place} ${subject} ${date}`;
}

/** What the days have promised and not kept, in words. */
export function brokenDays(days: LivedDays, promised: PromisedDays): string[] {
  return [
    ...brokenPosts(days, promised),
    ...promised.subscribed.flatMap((one) => [...brokenClaims(one, days, promised), ...repeated(one, days)]),
    ...(promised.replies ? brokenReplies(days) : []),
  ];
}

/** For each channel and local date one tip; one question, and what was right of the one before. */
function brokenPosts({ posts }: LivedDays, { subscribed, moments, doubtful }: PromisedDays): string[] {
  const zones = new Map(subscribed.map(({ channel, timezone }) => [channel.place, timezone]));
  const came = Map.groupBy(posts, ({ place, text, at }) =>
    dayKey(place, subjectOfDay(text), localDate(at, zones.get(place) ?? '').toString()),
  );
  const due = subscribed.flatMap((one) =>
    datesOf(one, moments).flatMap((date, index) => [
      dayKey(one.channel.place, one.kind, date),
      ...(one.kind === 'question' && index > 0 ? [dayKey(one.channel.place, 'reveal', date)] : []),
    ]),
  );
  return [
    ...due.filter((key) => !came.has(key) && !doubtful.has(key)).map((key) => `lost: ${key}`),
    ...[...came].filter(([, { length }]) => length > 1).map(([key]) => `doubled: ${key}`),
    ...[...came.keys()].filter((key) => !due.includes(key)).map((key) => `never due: ${key}`),
  ];
}

/** One claim for each local date, whatever came of its post. */
function brokenClaims(
  { channel, kind, ...clock }: Subscribed,
  { rows }: LivedDays,
  { moments }: PromisedDays,
) {
  const here = rows.subscriptions?.find((row) => row.place === channel.place && row.kind === kind);
  const claims = (rows.claims ?? []).filter(({ subscription }) => subscription === here?.id);
  const claimed = claims.map(({ date }) => String(date)).sort();
  const due = datesOf({ channel, kind, ...clock }, moments);
  return claimed.join() === due.join() ? [] : [`claims of ${channel.place} ${kind}: ${claimed}, due ${due}`];
}

/** No tip twice before all were shown. */
function repeated({ channel, kind, timezone }: Subscribed, { posts }: LivedDays): string[] {
  if (kind !== 'tip') return [];
  const told = posts.filter(({ place, text }) => place === channel.place && subjectOfDay(text) === 'tip');
  const first = told[0] && localDate(told[0].at, timezone);
  const cycles = Map.groupBy(told, ({ at }) =>
    Math.floor((first?.until(localDate(at, timezone)).days ?? 0) / tips.length),
  );
  return [...cycles.values()]
    .map((cycle) => cycle.map(tipIn))
    .filter((cycle) => cycle.includes(-1) || new Set(cycle).size < cycle.length)
    .map((cycle) => `tips of ${channel.place}: ${cycle}`);
}

function tipIn({ text }: Daily): number {
  return tips.findIndex((tip) => text.includes(tip));
}

/** What was right is said in reply to the question that was open until then. */
function brokenReplies({ posts }: LivedDays): string[] {
  return posts.flatMap((post, index) => {
    if (subjectOfDay(post.text) !== 'reveal') return [];
    const asked = posts
      .slice(0, index)
      .findLast(({ place, text }) => place === post.place && subjectOfDay(text) === 'question');
    return post.replyTo === asked?.id ? [] : [`a reveal in ${post.place} replies to ${post.replyTo}`];
  });
}
