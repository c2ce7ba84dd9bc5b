import { type Kysely, type RawBuilder, sql } from 'kysely';
import { weekOf } from '../days.ts';
import type { Database } from '../schema.ts';
import type { Score } from '../types.ts';

/** The scores of all who are not hidden, best first. */
export async function leaderboard(db: Kysely<Database>, server: string, since: number): Promise<Score[]> {
  const shown = sql`not exists (select 1 from hidden where server = ${server} and player = sums.player)`;
  const { rows } = await sql<Score>`${scores(server, since, sql`true`, shown)}`.execute(db);
  // With as many right answers, the greater share right is that of whoever was asked less.
  return rows.sort(
    (one, other) => other.right - one.right || one.asked - other.asked || (one.name < other.name ? -1 : 1),
  );
}

export async function scoreOf(
  db: Kysely<Database>,
  server: string,
  since: number,
  player: string,
): Promise<Score | undefined> {
  const { rows } = await scores(server, since, sql`player = ${player}`, sql`true`).execute(db);
  return rows[0];
}

/**
 * A member's answers in groups and to questions of the day, of those to the same question in the same week the first alone. The weeks are whole ones,
 * so that a first answer from before `since` still counts as the first. To them come, from the beginning of time, those that are totals by now:
 * totals.ts. The name is the latest.
 *
 * The first answer and whether it was right are found as one number, its time and a last bit: a window over the answers gives the same in six
 * times the time, which SQLite would take from everybody.
 */
function scores(
  server: string,
  since: number,
  who: RawBuilder<unknown>,
  shown: RawBuilder<unknown>,
): RawBuilder<Score> {
  return sql<Score>`
    with firsts as (
      select player, min(at * 2 + "right") as first
      from answers
      where server = ${server} and week >= ${weekOf(since)} and kind in ('group', 'daily') and "right" is not null and ${who}
      group by week, player, deck, question
    ), sums as (
      select player, count(*) as asked, sum(first % 2) as "right" from firsts where first >= ${since * 2} group by player
      ${since > 0 ? sql`` : sql`union all select player, asked, "right" from scores where server = ${server} and asked > 0 and ${who}`}
    )
    select player, cast(sum(asked) as bigint) as asked, cast(sum("right") as bigint) as "right", coalesce((
      select name from answers where player = sums.player and server = ${server} order by at desc limit 1
    ), (
      select name from scores where player = sums.player and server = ${server}
    )) as name
    from sums
    where ${shown}
    group by player`;
}
