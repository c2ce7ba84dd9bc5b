import type { Wording } from '../migrations.ts';

/** What each process serves, the events that were taken already, and which settings others have changed. */
export const processes = ({ byKey }: Wording) => [
  "alter table processes add column parts text not null default '{}'",
  `create table events (id text not null primary key, at bigint not null) ${byKey}`,
  'create index events_at on events (at)',
  'create index servers_at on servers (at)',
];
