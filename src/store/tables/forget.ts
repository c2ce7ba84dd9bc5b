import type { Kysely } from 'kysely';
import type { Player, RoundState } from '../../core/quiz/types.ts';
import type { Database } from '../schema.ts';
import type { Dispatch } from '../types.ts';
import { isTo } from './everything.ts';
import { renamed } from './renamed.ts';

/**
 * Deletes what is kept of a member, and puts `as` in their place where others' scores hang on it. Rounds that are over are rewritten here; those
 * that live are for whoever plays them.
 *
 * @param as somebody who is nowhere in the store yet
 * @returns the ids of live rounds that name the member
 */
export async function forget(
  db: Kysely<Database>,
  locks: boolean,
  player: string,
  as: Player,
): Promise<string[]> {
  const names = new Set<string>();
  const live: string[] = [];
  for (const { id, state, deadline } of await roundsOf(db, locks, player)) {
    const known: RoundState = JSON.parse(state);
    for (const name of namesIn(known, player)) names.add(name);
    if (deadline !== null) live.push(id);
    else
      await db
        .updateTable('rounds')
        .set({ state: withoutMember(known, player, as) })
        .where('id', '=', id)
        .execute();
  }
  await clearOutbox(db, player, names, as.name);
  await db.updateTable('participants').set({ player: as.id }).where('player', '=', player).execute();
  await db
    .updateTable('answers')
    .set({ player: as.id, name: as.name })
    .where('player', '=', player)
    .where('kind', 'in', ['group', 'daily'])
    .execute();
  await db
    .updateTable('subscriptions')
    .set({ player: as.id, name: as.name })
    .where('player', '=', player)
    .execute();
  await db.deleteFrom('answers').where('player', '=', player).execute();
  // Only now: old answers may have become totals until here.
  await db.updateTable('scores').set({ player: as.id, name: as.name }).where('player', '=', player).execute();
  await db.deleteFrom('totals').where('player', '=', player).execute();
  await db.deleteFrom('mistakes').where('player', '=', player).execute();
  await db.deleteFrom('solos').where('player', '=', player).execute();
  await db.deleteFrom('hidden').where('player', '=', player).execute();
  await db.deleteFrom('reports').where('player', '=', player).execute();
  return live;
}

/** Always in the same order, so that two who forget do not wait for each other. */
function roundsOf(db: Kysely<Database>, locks: boolean, player: string) {
  const rounds = db
    .selectFrom('rounds')
    .select(['id', 'state', 'deadline'])
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('participants').select('round').where('player', '=', player),
    )
    .orderBy('id');
  return (locks ? rounds.forUpdate() : rounds).execute();
}

function namesIn({ host, players }: RoundState, player: string): string[] {
  const name = players[player]?.name;
  return [...(host.id === player ? [host.name] : []), ...(name === undefined ? [] : [name])];
}

function withoutMember(state: RoundState, player: string, as: Player): string {
  const players = Object.entries(state.players).map(([id, one]) =>
    id === player ? [as.id, { ...one, name: as.name }] : [id, one],
  );
  return JSON.stringify({
    ...state,
    host: state.host.id === player ? as : state.host,
    players: Object.fromEntries(players),
  });
}

/** Takes out what goes to the member alone, and the member's names out of what their rounds still say. */
async function clearOutbox(
  db: Kysely<Database>,
  player: string,
  names: ReadonlySet<string>,
  as: string,
): Promise<void> {
  await db.deleteFrom('outbox').where(isTo(player)).execute();
  const waiting = await db
    .selectFrom('outbox')
    .select(['id', 'dispatch'])
    .where('round', 'in', ({ selectFrom }) =>
      selectFrom('participants').select('round').where('player', '=', player),
    )
    .execute();
  for (const { id, dispatch } of waiting) {
    const said: Dispatch = JSON.parse(dispatch);
    const message = renamed(said.message, names, as);
    await db
      .updateTable('outbox')
      .set({ dispatch: JSON.stringify({ ...said, message }) })
      .where('id', '=', id)
      .execute();
  }
}
