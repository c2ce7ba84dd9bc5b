import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What engines say in words of their own. */
export interface Wording {
  /** The declaration of a key that counts up and never gives a number twice. */
  counter: string;
  /** What follows a table whose rows lie in the order of its key, so that a new row is written in one place instead of two. */
  byKey: string;
}

/** All changes of the tables since the first, under names that sort in their order. Those that were released are never changed. */
export function migrationsFor(wording: Wording): Record<string, Migration> {
  return { '0001-rounds': statements(roundsAndRecords(wording)) };
}

function statements(all: readonly string[]): Migration {
  return {
    async up(db) {
      for (const one of all) await sql.raw(one).execute(db);
    },
  };
}

const roundsAndRecords = ({ counter, byKey }: Wording) => [
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
