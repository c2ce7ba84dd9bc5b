import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { statement } from '../statement.ts';
import type { RoundChange } from '../types.ts';
import { newAnswers, withoutAnswers } from './answers.ts';
import { newlyNamed } from './participants.ts';

/**
 * Saves what joins and answers have changed in several rounds, in one statement for PostgreSQL, whatever their number: what an answer costs
 * there is the way to the server and back.
 *
 * @returns the ids of the rounds that still had the version that was got, and that nobody else was at
 */
export async function saveTogether(
  db: Kysely<Database>,
  changes: readonly RoundChange[],
): Promise<ReadonlySet<string>> {
  if (changes.length === 0) return new Set();
  const rounds = changes.map(({ round: { setup, version }, next }) => ({
    id: setup.id,
    was: version,
    state: withoutAnswers(next),
    deadline: next.deadline,
  }));
  const participants = changes.flatMap((change) =>
    newlyNamed(change).map((player) => ({ round: change.round.setup.id, player })),
  );
  const { rows } = await save(db, {
    rounds: JSON.stringify(rounds),
    answers: JSON.stringify(changes.flatMap(newAnswers)),
    participants: JSON.stringify(participants),
  });
  return new Set(rows.map(({ id }) => id));
}

/** Lists of rows, as JSON. */
interface Lists {
  rounds: string;
  answers: string;
  participants: string;
}

/** Whoever is at a round has it locked: waiting for one would hold up all the others. */
const save = statement((db, { rounds, answers, participants }: Lists) => ({
  compile: () =>
    sql<{ id: string }>`
      with changed as (
        select rounds.id, given.state, given.deadline
        from json_to_recordset(${rounds}) as given (id text, was integer, state text, deadline bigint)
        join rounds on rounds.id = given.id and rounds.version = given.was
        for update of rounds skip locked
      ), saved as (
        update rounds set version = version + 1, state = changed.state, deadline = changed.deadline
        from changed where rounds.id = changed.id
        returning rounds.id
      ), answered as (
        insert into answers
          (session, position, player, name, kind, server, deck, question, topic, task, picks, at, week)
        select session, position, player, name, kind, server, deck, question, topic, task, picks, at, week
        from json_populate_recordset(null::answers, ${answers}) where session in (select id from saved)
        on conflict (session, position, player) do update
        set name = excluded.name, picks = excluded.picks, at = excluded.at, week = excluded.week
      ), named as (
        insert into participants (round, player)
        select round, player
        from json_populate_recordset(null::participants, ${participants}) where round in (select id from saved)
        on conflict do nothing
      )
      select id from saved`.compile(db),
}));
