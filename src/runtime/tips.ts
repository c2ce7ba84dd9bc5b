import type { Log } from '../chat/chat.ts';
import { UserError } from '../chat/errors.ts';
import type { PlatformName } from '../chat/event.ts';
import type { Message } from '../chat/message.ts';
import type { TipCandidate } from '../core/tips/choose.ts';
import { chooseTip } from '../core/tips/choose.ts';
import { dueSince, nextDue } from '../core/tips/schedule.ts';
import type {
  Daily,
  DailyAnswer,
  OutboxRow,
  Store,
  Subscription,
  SubscriptionKind,
  Tables,
} from '../store/types.ts';
import type { Clock } from './clock.ts';
import { closeDaily } from './dailies.ts';
import { ownId } from './keys.ts';
import type { Shelf } from './library.ts';
import { openLoop } from './loop.ts';
import type { Outcome } from './outbox.ts';
import { tipsAbout } from './subjects.ts';
import { rowsFor } from './tip-rows.ts';

export type { Subscription, SubscriptionKind } from '../store/types.ts';

/** What is posted day by day, as messages. */
export interface TipViews {
  tip(tip: TipCandidate, shelves: readonly Shelf[]): Message;
  question(daily: Daily): Message;
  reveal(daily: Daily, answers: readonly DailyAnswer[]): Message;
  /** To whoever set it up. */
  paused(subscription: Subscription): Message;
}

export interface TipsDeps {
  store: Store;
  shelves(): readonly Shelf[];
  views: TipViews;
  platforms(): readonly PlatformName[];
  clock: Clock;
  log: Log;
  randomId(): string;
  /** Called when there is something new to send. */
  toSend(): void;
}

export type NewSubscription = Omit<Subscription, 'id' | 'due' | 'paused' | 'failingSince' | 'untold'>;

export interface Tips {
  /** Sets one up, in the place of the one of that kind which the place may have. @throws StoreError */
  subscribe(wish: NewSubscription): Promise<Subscription>;
  at(place: string): Promise<Subscription[]>;
  /** False when there was none. */
  remove(place: string, kind: SubscriptionKind): Promise<boolean>;
  pause(subscription: Subscription): Promise<void>;
  /** Goes on with the next that is due from now; undefined when it was ended meanwhile. */
  resume(subscription: Subscription): Promise<Subscription | undefined>;
  /** What it would post next. */
  preview(subscription: Subscription): Promise<Message>;
  /** Posts one at once, besides those that are due. */
  postNow(subscription: Subscription): Promise<void>;
  /** For the outbox: a row of a subscription has an outcome. */
  settle(tables: Tables, row: OutboxRow, outcome: Outcome): Promise<void>;
  /** Computes all next times of a platform anew: the zones' rules may have changed since. */
  reckon(platform: PlatformName): Promise<void>;
  wake(): void;
  stop(): Promise<void>;
}

/** Milliseconds between looks for what has become due. */
const LOOK = 1000;
/** Subscriptions that are moved on together. */
const WIDTH = 50;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Waits between tries where a place refuses, in milliseconds: as long as it has been failing, within these. */
const SHORTEST_WAIT = 5 * MINUTE;
const LONGEST_WAIT = 180 * MINUTE;

const noDeck = 'There is nothing to post: its deck, or what was chosen of it, is not here any more.';

/**
 * Posts tips and questions of the day when they are due: the claim of the local date, the message and the next time are one transaction, so that
 * no process posts what another has posted, and none is lost between the three.
 */
export function openTips(deps: TipsDeps): Tips {
  const { store, shelves, views, platforms, clock, log, randomId, toSend } = deps;

  /** A newer one takes the place of what was not delivered. */
  const putOut = async (tables: Tables, subscription: Subscription): Promise<boolean> => {
    const rows = await rowsFor(tables, subscription, deps);
    if (rows.length === 0) return false;
    await tables.outbox.withdrawOf(subscription.id);
    await tables.outbox.put(rows);
    return true;
  };

  const advance = (id: string) =>
    store.transaction(async (tables) => {
      const subscription = await tables.subscriptions.get(id);
      const now = clock.now();
      if (!subscription || subscription.paused || subscription.due.at > now) return;
      const { post, next } = dueSince(subscription.schedule, subscription.due, now);
      if (post && (await tables.subscriptions.claim(id, post.date, now))) {
        const put = await putOut(tables, subscription);
        if (!put) log.warn({ subscription: id }, noDeck);
      }
      await tables.subscriptions.put({ ...subscription, due: next });
    });

  const work = async (): Promise<number> => {
    const names = platforms();
    const now = clock.now();
    const due = await store.subscriptions.due(names, now, WIDTH);
    await Promise.all(due.map(advance));
    if (due.length > 0) toSend();
    if (due.length === WIDTH) return clock.now();
    return Math.min((await store.subscriptions.nextDue(names)) ?? Number.POSITIVE_INFINITY, now + LOOK);
  };

  const loop = openLoop(clock, work, (error) => log.error({ err: error }, 'Tips could not be posted.'));

  const soonest = ({ schedule }: NewSubscription) => nextDue(schedule, clock.now());

  /** What comes first from now on a date that has had none. */
  const unclaimed = async (tables: Tables, id: string, { schedule }: NewSubscription) => {
    const due = nextDue(schedule, clock.now());
    return (await tables.subscriptions.claimed(id, due.date)) ? nextDue(schedule, due.at) : due;
  };

  /** What is due already stays so. */
  const reckonAnew = (id: string, now: number) =>
    store.transaction(async (tables) => {
      const subscription = await tables.subscriptions.get(id);
      if (!subscription || subscription.due.at <= now) return;
      const due = nextDue(subscription.schedule, now);
      if (due.at !== subscription.due.at) await tables.subscriptions.put({ ...subscription, due });
    });

  const refused = async (tables: Tables, row: OutboxRow, subscription: Subscription) => {
    const now = clock.now();
    const since = subscription.failingSince ?? now;
    if (now - since >= DAY) {
      const paused = { ...subscription, paused: 'refused', failingSince: since } as const;
      await tables.subscriptions.put(paused);
      const dispatch = {
        kind: 'direct',
        place: ownId(subscription.by.id),
        message: views.paused(paused),
      } as const;
      await tables.outbox.put([
        { platform: row.platform, lane: 'tip', subscription: subscription.id, at: now, dispatch },
      ]);
      return;
    }
    if (subscription.paused) return;
    await tables.subscriptions.put({ ...subscription, failingSince: since });
    const notBefore = now + Math.min(Math.max(now - since, SHORTEST_WAIT), LONGEST_WAIT);
    const { platform, dispatch } = row;
    await tables.outbox.put([
      { platform, dispatch, lane: 'tip', subscription: subscription.id, at: notBefore, notBefore },
    ]);
  };

  return {
    async subscribe(wish) {
      const subscription = await store.transaction(async (tables) => {
        const id = await tables.subscriptions.put({ ...wish, id: randomId(), due: soonest(wish) });
        const due = await unclaimed(tables, id, wish);
        await tables.subscriptions.put({ ...wish, id, due });
        return { ...wish, id, due };
      });
      loop.wake();
      return subscription;
    },
    at: (place) => store.subscriptions.at(place),
    remove: (place, kind) =>
      store.transaction(async (tables) => {
        if (kind === 'question') await closeDaily(tables, place, clock.now());
        return tables.subscriptions.remove(place, kind);
      }),
    pause: ({ id }) =>
      store.transaction(async (tables) => {
        const subscription = await tables.subscriptions.get(id);
        if (!subscription) return;
        await tables.subscriptions.put({ ...subscription, paused: 'asked' });
        await tables.outbox.withdrawOf(id);
      }),
    async resume({ id }) {
      const resumed = await store.transaction(async (tables) => {
        const found = await tables.subscriptions.get(id);
        if (!found) return undefined;
        const { paused, failingSince, untold, ...rest } = found;
        const going = { ...rest, due: await unclaimed(tables, id, rest) };
        await tables.subscriptions.put(going);
        return going;
      });
      loop.wake();
      return resumed;
    },
    async preview({ kind, subject, place }) {
      if (kind === 'question') return [];
      const tip = chooseTip(tipsAbout(shelves(), subject), await store.subscriptions.shown(place), place);
      return tip ? views.tip(tip, shelves()) : [];
    },
    async postNow(subscription) {
      const put = await store.transaction((tables) => putOut(tables, subscription));
      if (!put) throw new UserError(noDeck);
      toSend();
    },
    async settle(tables, row, outcome) {
      const subscription = row.subscription && (await tables.subscriptions.get(row.subscription));
      if (!subscription) return;
      if (row.dispatch.kind === 'direct') {
        if (outcome.kind === 'refused') await tables.subscriptions.put({ ...subscription, untold: true });
        return;
      }
      if (outcome.kind === 'expired') return;
      if (outcome.kind === 'refused') return refused(tables, row, subscription);
      const { failingSince, ...fine } = subscription;
      if (failingSince !== undefined) await tables.subscriptions.put(fine);
      const daily = subscription.kind === 'question' && (await tables.dailies.openAt(subscription.place));
      if (daily && outcome.kind === 'posted') await tables.dailies.posted(daily.id, outcome.posted.id);
    },
    async reckon(platform) {
      let last = '';
      for (;;) {
        const ids = await store.subscriptions.after([platform], last, WIDTH);
        if (ids.length === 0) return;
        const now = clock.now();
        await Promise.all(ids.map((id) => reckonAnew(id, now)));
        last = ids.at(-1) ?? last;
      }
    },
    wake: loop.wake,
    stop: loop.stop,
  };
}
