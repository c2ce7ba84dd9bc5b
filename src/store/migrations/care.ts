import type { Wording } from '../migrations.ts';

/** What is kept of old answers, servers that have removed the bot, and the ways to find what is old or a server's. */
export const care = ({ byKey }: Wording) => [
  `create table totals (
    player text not null,
    deck text not null,
    topic text not null,
    task text not null,
    asked integer not null,
    "right" integer not null,
    primary key (player, deck, topic, task)
  ) ${byKey}`,
  `create table scores (
    server text not null,
    player text not null,
    name text not null,
    asked integer not null,
    "right" integer not null,
    primary key (server, player)
  ) ${byKey}`,
  'create index scores_player on scores (player)',
  'create table departed (server text not null primary key, at bigint not null)',
  'alter table shown add column at bigint not null default 0',

  'create index rounds_ended on rounds (ended) where ended is not null',
  'create index rounds_server on rounds (server)',
  'create index participants_round on participants (round)',
  'create index solos_at on solos (at)',
  'create index dailies_at on dailies (at)',
  'create index dailies_place on dailies (place)',
  'create index dailies_server on dailies (server)',
  'create index subscriptions_server on subscriptions (server)',
  'create index shown_at on shown (at)',
  'create index hidden_server on hidden (server)',
  'create index reports_server on reports (server)',
];
