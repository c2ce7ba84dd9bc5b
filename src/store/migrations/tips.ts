import type { Wording } from '../migrations.ts';

/** Daily tips and questions of the day, and the lane in which they are sent. */
export const tips = ({ byKey }: Wording) => [
  `create table subscriptions (
    id text not null primary key,
    platform text not null,
    place text not null,
    server text,
    kind text not null,
    schedule text not null,
    subject text not null,
    player text not null,
    name text not null,
    date text not null,
    due bigint not null,
    paused text,
    failing bigint,
    untold integer not null
  )`,
  'create unique index subscriptions_place on subscriptions (place, kind)', // one of each kind a place
  'create index subscriptions_due on subscriptions (platform, due) where paused is null',
  'create index subscriptions_player on subscriptions (player)',
  `create table claims (
    subscription text not null,
    date text not null,
    at bigint not null,
    primary key (subscription, date)
  ) ${byKey}`,
  'create table shown (place text not null primary key, tips text not null)',

  `create table dailies (
    id text not null primary key,
    platform text not null,
    place text not null,
    server text,
    question text not null,
    at bigint not null,
    closes bigint not null,
    closed integer not null,
    message text
  )`,
  'create unique index dailies_open on dailies (place) where closed = 0', // one open question of the day a place
  'alter table answers add column locked integer not null default 0',

  "alter table outbox add column lane text not null default 'play'",
  'alter table outbox add column subscription text',
  "alter table outbox add column queue text not null default ''",
  "update outbox set queue = platform || ':play:' || place",
  'drop index outbox_place',
  'create index outbox_queue on outbox (queue, id)',
  'create index outbox_due on outbox (platform, lane, due, id)',
  'create index outbox_subscription on outbox (subscription) where subscription is not null',
];
