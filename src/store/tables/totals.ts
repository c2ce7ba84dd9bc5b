import { sql } from 'kysely';
import { weekOf, weekStart } from '../days.ts';
import type { Context } from './context.ts';

/**
 * Turns the answers that a member gave in the oldest week that had ended by a moment into totals. A question counts once a week on a leaderboard, so
 * that a member's week is the least that can be added up by itself.
 *
 * @returns false when there are none
 */
export async function totalOldestWeek({ db, locks }: Context, player: string, before: number) {
  const oldest = await db
    .selectFrom('answers')
    .select('at')
    .where('player', '=', player)
    .where('at', '<', weekStart(weekOf(before)))
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  if (!oldest) return false;
  const end = weekStart(weekOf(oldest.at) + 1);
  const week = sql`player = ${player} and at < ${end}`;
  // Of two processes that are at it the later one finds nothing any more.
  if (locks) await sql`select at from answers where ${week} for update`.execute(db);
  await sql`
    insert into totals (player, deck, topic, task, asked, "right")
    select player, deck, topic, coalesce(task, ''), count(*), sum("right")
    from answers
    where ${week} and "right" is not null
    group by player, deck, topic, task
    on conflict (player, deck, topic, task) do update
    set asked = totals.asked + excluded.asked, "right" = totals."right" + excluded."right"`.execute(db);
  // As leaderboard.ts counts them. What was never marked still brings the name.
  await sql`
    insert into scores (server, player, name, asked, "right")
    select server, player, (
      select name from answers where ${week} and server = firsts.server order by at desc limit 1
    ), count(first), coalesce(sum(first % 2), 0)
    from (
      select server, player, min(at * 2 + "right") as first
      from answers
      where ${week} and server is not null and kind in ('group', 'daily')
      group by server, player, deck, question
    ) firsts
    where true
    group by server, player
    on conflict (server, player) do update
    set name = excluded.name, asked = scores.asked + excluded.asked, "right" = scores."right" + excluded."right"`.execute(
    db,
  );
  await sql`delete from answers where ${week}`.execute(db);
  return true;
}
