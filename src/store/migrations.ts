import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { care } from './migrations/care.ts';
import { departures } from './migrations/departures.ts';
import { processes } from './migrations/processes.ts';
import { rounds } from './migrations/rounds.ts';
import { tips } from './migrations/tips.ts';

/** What engines say in words of their own. */
export interface Wording {
  /** The declaration of a key that counts up and never gives a number twice. */
  counter: string;
  /** What follows a table whose rows lie in the order of its key, so that a new row is written in one place instead of two. */
  byKey: string;
}

/** All changes of the tables since the first, under names that sort in their order. Those that were released are never changed. */
export function migrationsFor(wording: Wording): Record<string, Migration> {
  return {
    '0001-rounds': statements(rounds(wording)),
    '0002-tips': statements(tips(wording)),
    '0003-processes': statements(processes(wording)),
    '0004-care': statements(care(wording)),
    '0005-departures': statements(departures),
  };
}

function statements(all: readonly string[]): Migration {
  return {
    async up(db) {
      for (const one of all) await sql.raw(one).execute(db);
    },
  };
}
