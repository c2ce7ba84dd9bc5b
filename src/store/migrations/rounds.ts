import type { Wording } from '../migrations.ts';

/** Rounds, what members have answered, and what is to be sent. */
export const rounds = ({ counter, byKey }: Wording) => [
  `create table rounds (
    id text not null primary key,
    platform text not null,
    place text not null,
    server text,
    deck text not null,
    version integer not null,
    state text not null,
    deadline bigint,
    started bigint not null,
    ended bigint
  )`,
  'create unique index rounds_live on rounds (place) where deadline is not null', // one live round a place
  'create index rounds_due on rounds (platform, deadline) where deadline is not null',
  'create index rounds_place on rounds (place, started)',
  'create table setups (round text not null primary key, setup text not null)',
  `create table participants (round text not null, player text not null, primary key (player, round)) ${byKey}`,

  `create table answers (
    session text not null,
    position integer not null,
    player text not null,
    name text not null,
    kind text not null,
    server text,
    deck text not null,
    question text not null,
    topic text not null,
    task text,
    picks text not null,
    at bigint not null,
    week integer not null,
    "right" integer,
    points integer,
    primary key (session, position, player)
  ) ${byKey}`,
  'create index answers_player on answers (player, at)',
  'create index answers_server on answers (server, week)',
  `create table asked (
    place text not null,
    deck text not null,
    question text not null,
    at bigint not null,
    primary key (place, deck, question)
  ) ${byKey}`,
  `create table mistakes (
    player text not null,
    deck text not null,
    question text not null,
    at bigint not null,
    mended integer,
    primary key (player, deck, question)
  ) ${byKey}`,
  `create table solos (
    id text not null primary key,
    player text not null,
    kind text not null,
    title text not null,
    questions text not null,
    at bigint not null
  )`,
  'create index solos_player on solos (player)',

  'create table servers (server text not null primary key, settings text not null, at bigint not null)',
  `create table hidden (server text not null, player text not null, at bigint not null, primary key (player, server)) ${byKey}`,
  `create table reports (
    id ${counter},
    deck text not null,
    question text not null,
    server text,
    player text not null,
    text text not null,
    at bigint not null
  )`,

  `create table outbox (
    id ${counter},
    platform text not null,
    place text not null,
    kind text not null,
    dispatch text not null,
    round text,
    about text,
    at bigint not null,
    due bigint not null,
    owner text,
    tries integer not null,
    tried bigint,
    doubtful integer not null
  )`,
  'create index outbox_place on outbox (platform, place, id)',
  'create index outbox_round on outbox (round)',
  'create table processes (id text not null primary key, at bigint not null)',
];
