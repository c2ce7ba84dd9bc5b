import { StoreError } from '../../chat/errors.ts';
import type { RoundSetup, RoundState } from '../../core/quiz/types.ts';
import type { RoundRow } from '../schema.ts';
import { statement } from '../statement.ts';
import type { RoundChange, Rounds, StoredRound } from '../types.ts';
import { answersTo, saveAnswers, withoutAnswers } from './answers.ts';
import { noteAsked } from './asked.ts';
import type { Context } from './context.ts';
import { namedIn, newlyNamed, noteParticipants } from './participants.ts';
import { saveTogether } from './together.ts';

export function roundsIn({ db, locks, setups }: Context): Rounds {
  const setupOf = async (round: string): Promise<RoundSetup> => {
    const known = setups.get(round);
    if (known) return known;
    const row = await db
      .selectFrom('setups')
      .select('setup')
      .where('round', '=', round)
      .executeTakeFirstOrThrow();
    const setup: RoundSetup = JSON.parse(row.setup);
    setups.put(setup);
    return setup;
  };

  const composed = async (row: Pick<RoundRow, (typeof columns)[number]>): Promise<StoredRound> => {
    const { id, platform, place, server, version } = row;
    const state: RoundState = JSON.parse(row.state);
    const answers = await answersTo(db, id, state.question);
    const setup = await setupOf(id);
    return {
      setup,
      state: { ...state, answers },
      platform,
      place,
      ...(server !== null && { server }),
      version,
    };
  };

  /** False when another version was saved meanwhile. */
  const saved = async (change: RoundChange): Promise<boolean> => {
    const { round, next } = change;
    const { setup, state, place, version: was } = round;
    const { id } = setup;
    const changed = { version: was + 1, state: withoutAnswers(next) };
    const { deadline = null } = next;
    const ended = deadline === null ? next.since : null;
    const { numAffectedRows } =
      deadline === (state.deadline ?? null)
        ? await update(db, { ...changed, id, was })
        : await move(db, { ...changed, deadline, ended, id, was });
    if (!numAffectedRows) return false;
    await saveAnswers(db, change);
    await noteParticipants(db, id, newlyNamed(change));
    const asked = setup.questions[next.question];
    if (asked && next.phase === 'open' && state.phase !== 'open')
      await noteAsked(db, place, asked, next.since);
    if (deadline === null) setups.drop(id);
    return true;
  };

  return {
    async add(round) {
      const { setup, state, platform, place, server = null } = round;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('rounds')
        .values({
          id: setup.id,
          platform,
          place,
          server,
          deck: setup.questions[0]?.deck ?? '',
          version: 1,
          state: withoutAnswers(state),
          deadline: state.deadline ?? null,
          started: state.since,
          ended: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return false;
      await db
        .insertInto('setups')
        .values({ round: setup.id, setup: JSON.stringify(setup) })
        .execute();
      await noteParticipants(db, setup.id, namedIn(state));
      setups.put(setup);
      return true;
    },

    async at(place) {
      const live = db
        .selectFrom('rounds')
        .select(columns)
        .where('place', '=', place)
        .where('deadline', 'is not', null);
      const row = await live.executeTakeFirst();
      return row && composed(row);
    },

    async get(id) {
      const { rows } = await (locks ? lockedById : byId)(db, { id });
      return rows[0] && composed(rows[0]);
    },

    async save(round, next) {
      if (!(await saved({ round, next })))
        throw new StoreError(`The round ${round.setup.id} was changed by somebody else meanwhile.`);
    },

    async saveAll(changes) {
      if (locks) return saveTogether(db, changes);
      const ids = new Set<string>();
      for (const change of changes) if (await saved(change)) ids.add(change.round.setup.id);
      return ids;
    },

    async due(platforms, now, limit) {
      if (platforms.length === 0) return [];
      const rows = await db
        .selectFrom('rounds')
        .select('id')
        .where('platform', 'in', platforms)
        .where('deadline', '<=', now)
        .orderBy('deadline')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async nextDeadline(platforms) {
      if (platforms.length === 0) return undefined;
      const row = await db
        .selectFrom('rounds')
        .select('deadline')
        .where('platform', 'in', platforms)
        .where('deadline', 'is not', null)
        .orderBy('deadline')
        .limit(1)
        .executeTakeFirst();
      return row?.deadline ?? undefined;
    },

    async live(platforms) {
      if (platforms.length === 0) return [];
      const live = db
        .selectFrom('rounds')
        .select('id')
        .where('platform', 'in', platforms)
        .where('deadline', 'is not', null);
      return (await live.execute()).map(({ id }) => id);
    },

    async seen(place) {
      const rows = await db
        .selectFrom('asked')
        .select(['deck', 'question', 'at'])
        .where('place', '=', place)
        .execute();
      return new Map(rows.map(({ deck, question, at }) => [`${deck}/${question}`, at]));
    },

    async lastDeck(place) {
      const last = db
        .selectFrom('rounds')
        .select('deck')
        .where('place', '=', place)
        .orderBy('started', 'desc')
        .limit(1);
      return (await last.executeTakeFirst())?.deck;
    },
  };
}

const columns = ['id', 'platform', 'place', 'server', 'version', 'state'] as const;

const byId = statement((db, { id }: { id: string }) =>
  db.selectFrom('rounds').select(columns).where('id', '=', id),
);

const lockedById = statement((db, { id }: { id: string }) =>
  db.selectFrom('rounds').select(columns).where('id', '=', id).forUpdate(),
);

interface Change {
  version: number;
  state: string;
  id: string;
  /** The version that is replaced. */
  was: number;
}

const update = statement((db, { id, was, ...change }: Change) =>
  db.updateTable('rounds').set(change).where('id', '=', id).where('version', '=', was),
);

/** Apart from the others, since the deadline is part of indexes. */
const move = statement(
  (db, { id, was, ...change }: Change & { deadline: number | null; ended: number | null }) =>
    db.updateTable('rounds').set(change).where('id', '=', id).where('version', '=', was),
);
