import type { Log } from '../chat/chat.ts';
import type { PlatformName } from '../chat/event.ts';
import type { Message } from '../chat/message.ts';
import { type Candidate, drawQuestions } from '../core/quiz/draw.ts';
import { openRound } from '../core/quiz/open.ts';
import { step } from '../core/quiz/step.ts';
import type { Effect, Notice, Player, Posting, Refusal, RoundEvent, RoundSetup } from '../core/quiz/types.ts';
import type { NewRound, NewRow, OutboxRow, Store, StoredRound, Tables } from '../store/types.ts';
import { openClicks } from './clicks.ts';
import type { Clock } from './clock.ts';
import { ownId } from './keys.ts';
import { openLoop } from './loop.ts';
import type { Outcome } from './outbox.ts';

export type { NewRound } from '../store/types.ts';

/** What a round says in its place, and to its host when the place takes no messages. */
export interface RoundViews {
  post(round: NewRound, message: Posting, notice: Notice | undefined): Message;
  /** A question without its controls. */
  closed(round: NewRound, question: number): Message;
  tellHost(round: NewRound): Message;
}

export interface RoundsDeps {
  store: Store;
  views: RoundViews;
  /** The platforms that are connected in this process. */
  platforms(): readonly PlatformName[];
  clock: Clock;
  log: Log;
  randomId(): string;
  /** Called when there is something new to send. */
  toSend(): void;
}

export interface NewGame {
  platform: PlatformName;
  place: string;
  server?: string;
  host: Player;
  title: string;
  about: RoundSetup['about'];
  seconds: number | null;
  scoring: RoundSetup['scoring'];
  count: number;
  candidates: readonly Candidate[];
}

/** What came of an event: the round as it is now, and why nothing changed where nothing did. */
export interface Acted {
  round: StoredRound;
  refused?: Refusal;
  /** True when there is something to send, or the round is due at another time. */
  stirs?: boolean;
}

export interface Rounds {
  /** Begins a round, or gives back the one that the place has. */
  start(game: NewGame): Promise<{ started: boolean; round: NewRound }>;
  /** The live round of a place. */
  at(place: string): Promise<StoredRound | undefined>;
  /**
   * Undefined when there is no such round.
   *
   * @param place where somebody did it: what was done elsewhere than in the round's own place was not done by its buttons
   */
  act(id: string, event: RoundEvent, place?: string): Promise<Acted | undefined>;
  /** Forgets a member in everything that is kept; in rounds and standings they become somebody of this name. */
  forget(player: string, name: string): Promise<void>;
  /** For the outbox: a row of a round has an outcome. */
  settle(tables: Tables, row: OutboxRow, outcome: Outcome): Promise<void>;
  /** Tells all live rounds of a platform that nobody was there for so many milliseconds. */
  resume(platform: PlatformName, away: number): Promise<void>;
  /** Looks at once for rounds whose time has come. */
  wake(): void;
  stop(): Promise<void>;
}

/** Milliseconds between looks for rounds that another process has left behind. */
const LOOK = 1000;
/** Rounds that are moved on together. */
const WIDTH = 100;

/**
 * Makes rounds durable and timed: each event is one transaction that loads the round, steps it and saves it with the messages that tell of
 * it. Deadlines stand in the store, so that any process on it can move a round on.
 */
export function openRounds(deps: RoundsDeps): Rounds {
  const { store, views, platforms, clock, log, randomId, toSend } = deps;

  const carryOut = async (tables: Tables, round: NewRound, effects: readonly Effect[]) => {
    const rows: NewRow[] = [];
    for (const effect of effects) {
      if (effect.kind === 'withdraw') await tables.outbox.withdraw(round.setup.id);
      else if (effect.kind === 'grade')
        await tables.records.mark(round, effect.question, effect.marks, clock.now());
      else rows.push(rowOf(round, effect));
    }
    if (rows.length > 0) await tables.outbox.put(rows);
  };

  const rowOf = (round: NewRound, effect: Exclude<Effect, { kind: 'withdraw' | 'grade' }>): NewRow => {
    const { platform, setup, state } = round;
    const place = ownId(round.place);
    const row = { platform, at: clock.now() };
    switch (effect.kind) {
      case 'post': {
        const { message, question, notice } = effect;
        const replyTo = message === 'reveal' ? state.messages.question : undefined;
        return {
          ...row,
          round: { id: setup.id, message, question },
          dispatch: {
            kind: 'post',
            place,
            message: views.post(round, message, notice),
            ...(replyTo !== undefined && { replyTo }),
          },
        };
      }
      case 'close':
        return {
          ...row,
          round: { id: setup.id, message: 'close', question: effect.question },
          dispatch: {
            kind: 'edit',
            place,
            id: effect.message,
            message: views.closed(round, effect.question),
          },
        };
      case 'tellHost':
        return {
          ...row,
          dispatch: { kind: 'direct', place: ownId(state.host.id), message: views.tellHost(round) },
        };
    }
  };

  const actIn = async (
    tables: Tables,
    id: string,
    event: RoundEvent,
    place?: string,
  ): Promise<Acted | undefined> => {
    const round = await tables.rounds.get(id);
    if (!round || (place ?? round.place) !== round.place) return undefined;
    const stepped = step(round.setup, round.state, event, clock.now());
    if (stepped.refused) return { round, refused: stepped.refused };
    const { state, effects } = stepped;
    clicks.drop(id);
    await tables.rounds.save(round, state);
    await carryOut(tables, { ...round, state }, effects);
    return {
      round: { ...round, state, version: round.version + 1 },
      stirs: effects.length > 0 || state.deadline !== round.state.deadline,
    };
  };

  const actAlone = async (id: string, event: RoundEvent, place?: string) => {
    const acted = await store.transaction((tables) => actIn(tables, id, event, place));
    if (acted) clicks.keep(acted.round);
    return acted;
  };

  const clicks = openClicks({
    store,
    now: clock.now,
    alone: ({ round, event, place }) => actAlone(round, event, place),
  });

  const act = async (id: string, event: RoundEvent, place?: string) => {
    const isClick = event.kind === 'join' || event.kind === 'answer';
    const acted = await (isClick ? clicks.take({ round: id, event, place }) : actAlone(id, event, place));
    if (acted?.stirs) stirred();
    return acted;
  };

  const stirred = () => {
    toSend();
    loop.wake();
  };

  const work = async (): Promise<number> => {
    const names = platforms();
    const now = clock.now();
    const due = await store.rounds.due(names, now, WIDTH);
    await Promise.all(due.map((id) => act(id, { kind: 'tick' })));
    return Math.min((await store.rounds.nextDeadline(names)) ?? Number.POSITIVE_INFINITY, now + LOOK);
  };

  const loop = openLoop(clock, work, (error) => log.error({ err: error }, 'Rounds could not be moved on.'));

  const start = async (game: NewGame): Promise<{ started: boolean; round: NewRound }> => {
    const { candidates, count, host, platform, place, server, ...rest } = game;
    const id = randomId();
    const started = await store.transaction(async (tables) => {
      const questions = drawQuestions(candidates, { count, seen: await tables.rounds.seen(place), seed: id });
      const setup: RoundSetup = { id, ...rest, questions };
      const { state, effects } = openRound(setup, host, clock.now());
      const round = { setup, state, platform, place, ...(server !== undefined && { server }) };
      if (!(await tables.rounds.add(round))) return undefined;
      await carryOut(tables, round, effects);
      return round;
    });
    if (started) stirred();
    const round = started ?? (await store.rounds.at(place));
    // The round that was in the way may be over by now.
    return round ? { started: started !== undefined, round } : start(game);
  };

  return {
    start,
    at: (place) => store.rounds.at(place),
    act,
    async settle(tables, row, outcome) {
      const { round } = row;
      if (!round || round.message === 'close') return;
      const { id, question, message } = round;
      if (outcome.kind === 'posted') {
        const { posted } = outcome;
        await actIn(tables, id, { kind: 'posted', message, question, id: posted.id, at: posted.at });
      } else if (outcome.kind === 'refused') await actIn(tables, id, { kind: 'refused', message, question });
    },
    async forget(player, name) {
      const as = { id: `former:${randomId()}`, name };
      await store.transaction(async (tables) => {
        for (const id of await tables.members.forget(player, as))
          await actIn(tables, id, { kind: 'forget', player, as });
      });
    },
    async resume(platform, away) {
      const live = await store.rounds.live([platform]);
      await Promise.all(live.map((id) => act(id, { kind: 'restart', away })));
    },
    wake: loop.wake,
    stop: loop.stop,
  };
}
