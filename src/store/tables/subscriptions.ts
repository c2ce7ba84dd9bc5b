import type { Selectable } from 'kysely';
import type { SubscriptionRow } from '../schema.ts';
import type { Subscription, Subscriptions } from '../types.ts';
import type { Context } from './context.ts';
import { outboxIn } from './outbox.ts';
import { storable } from './text.ts';

/** How long a claim is kept, in milliseconds: a month, since a change of zone may bring back a date for a day or two. */
const KEEP = 31 * 24 * 60 * 60 * 1000;

export function subscriptionsIn(context: Context): Subscriptions {
  const { db, locks, now } = context;

  return {
    async put(subscription) {
      const { id, ...change } = columnsOf(subscription);
      const stored = await db
        .insertInto('subscriptions')
        .values({ id, ...change })
        .onConflict((conflict) => conflict.columns(['place', 'kind']).doUpdateSet(change))
        .returning('id')
        .executeTakeFirstOrThrow();
      return stored.id;
    },

    async get(id) {
      const subscription = db.selectFrom('subscriptions').selectAll().where('id', '=', id);
      const row = await (locks ? subscription.forUpdate() : subscription).executeTakeFirst();
      return row && subscriptionOf(row);
    },

    async at(place) {
      const here = db.selectFrom('subscriptions').selectAll().where('place', '=', place).orderBy('kind');
      return (await here.execute()).map(subscriptionOf);
    },

    async remove(place, kind) {
      const gone = await db
        .deleteFrom('subscriptions')
        .where('place', '=', place)
        .where('kind', '=', kind)
        .returning('id')
        .executeTakeFirst();
      if (!gone) return false;
      await db.deleteFrom('claims').where('subscription', '=', gone.id).execute();
      await outboxIn(context).withdrawOf(gone.id);
      return true;
    },

    async due(platforms, now, limit) {
      const some = await Promise.all(platforms.map((platform) => next(platform, now, limit)));
      const all = some.flat().sort((one, other) => one.due - other.due);
      return all.slice(0, limit).map(({ id }) => id);
    },

    async nextDue(platforms) {
      const some = await Promise.all(platforms.map((platform) => next(platform, Number.MAX_SAFE_INTEGER, 1)));
      const [first] = some.flatMap((rows) => rows.map(({ due }) => due)).sort((one, other) => one - other);
      return first;
    },

    async after(platforms, id, limit) {
      if (platforms.length === 0) return [];
      const portion = db
        .selectFrom('subscriptions')
        .select('id')
        .where('id', '>', id)
        .where('platform', 'in', platforms)
        .where('paused', 'is', null)
        .orderBy('id')
        .limit(limit);
      return (await portion.execute()).map((row) => row.id);
    },

    async claimed(id, date) {
      const claim = db
        .selectFrom('claims')
        .select('at')
        .where('subscription', '=', id)
        .where('date', '=', date);
      return (await claim.executeTakeFirst()) !== undefined;
    },

    async claim(id, date, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('claims')
        .values({ subscription: id, date, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return false;
      await db
        .deleteFrom('claims')
        .where('subscription', '=', id)
        .where('at', '<', now - KEEP)
        .execute();
      return true;
    },

    async shown(place) {
      const seen = db.selectFrom('shown').select('tips').where('place', '=', place);
      const row = await seen.executeTakeFirst();
      return row ? JSON.parse(row.tips) : [];
    },

    async setShown(place, shown) {
      const change = { tips: JSON.stringify(shown), at: now() };
      await db
        .insertInto('shown')
        .values({ place, ...change })
        .onConflict((conflict) => conflict.column('place').doUpdateSet(change))
        .execute();
    },
  };

  /** Platform by platform: of several in one query a database would sort all that are due. */
  function next(platform: Subscription['platform'], now: number, limit: number) {
    return db
      .selectFrom('subscriptions')
      .select(['id', 'due'])
      .where('platform', '=', platform)
      .where('paused', 'is', null)
      .where('due', '<=', now)
      .orderBy('due')
      .limit(limit)
      .execute();
  }
}

function columnsOf(subscription: Subscription): SubscriptionRow {
  const { server = null, schedule, subject, by, due, paused = null, failingSince = null } = subscription;
  return {
    id: subscription.id,
    platform: subscription.platform,
    place: subscription.place,
    server,
    kind: subscription.kind,
    schedule: JSON.stringify(schedule),
    subject: JSON.stringify(subject),
    player: by.id,
    name: storable(by.name),
    date: due.date,
    due: due.at,
    paused,
    failing: failingSince,
    untold: subscription.untold ? 1 : 0,
  };
}

function subscriptionOf(row: Selectable<SubscriptionRow>): Subscription {
  const { id, platform, place, server, kind, schedule, subject, player, name, date, due, paused } = row;
  return {
    id,
    platform,
    place,
    ...(server !== null && { server }),
    kind,
    schedule: JSON.parse(schedule),
    subject: JSON.parse(subject),
    by: { id: player, name },
    due: { date, at: due },
    ...(paused !== null && { paused }),
    ...(row.failing !== null && { failingSince: row.failing }),
    ...(row.untold === 1 && { untold: true }),
  };
}
