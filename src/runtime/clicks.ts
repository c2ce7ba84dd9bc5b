import { setImmediate } from 'node:timers/promises';
import { step } from '../core/quiz/step.ts';
import type { RoundEvent, RoundState } from '../core/quiz/types.ts';
import type { RoundChange, Store, StoredRound } from '../store/types.ts';
import type { Acted } from './rounds.ts';

/** What many members do at the same moment, and what changes nothing but their round. */
export interface Click {
  round: string;
  event: Extract<RoundEvent, { kind: 'join' | 'answer' }>;
  /** Where it was clicked. */
  place: string | undefined;
}

export interface ClicksDeps {
  store: Store;
  now(): number;
  /** Does it in a transaction of its own that keeps the round from everyone else. */
  alone(click: Click): Promise<Acted | undefined>;
}

export interface Clicks {
  /** Undefined when there is no such round there. */
  take(click: Click): Promise<Acted | undefined>;
  /** A round as it is committed: what the next click on it is tried with. */
  keep(round: StoredRound): void;
  /** Somebody is about to change a round. */
  drop(round: string): void;
}

interface Waiting {
  click: Click;
  resolve(acted: Promise<Acted | undefined> | Acted): void;
}

/** Clicks of one round that are tried together. */
interface Turn {
  change: RoundChange;
  /** Those that the change comes of. */
  taken: readonly Waiting[];
}

/** Clicks that are saved together at most. */
const WIDTH = 200;
/** Milliseconds after which a failure is not tried again: a member waits for three seconds. */
const PATIENCE = 1000;
/** Rounds that are kept at hand: those that are live, in all but the largest houses. */
const KEPT = 2000;

/**
 * Takes clicks without a transaction for each: all that have come while others were being saved are saved together, each round once. The
 * round is the one that was committed last as far as this process knows. If that is no longer so, or anything else is in the way, nothing is
 * saved of that round, and each of its clicks is done alone.
 */
export function openClicks({ store, now, alone }: ClicksDeps): Clicks {
  const kept = new Map<string, StoredRound>();
  const waiting: Waiting[] = [];
  let saving = false;

  const keep = (round: StoredRound) => {
    const { id } = round.setup;
    kept.delete(id);
    if (round.state.deadline !== undefined) kept.set(id, round);
    const [oldest] = kept.size > KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
  };

  const drain = async () => {
    saving = true;
    while (waiting.length > 0) {
      await setImmediate(); // lets all events of this moment bring their clicks first
      await save(waiting.splice(0, WIDTH));
    }
    saving = false;
  };

  const save = async (clicks: readonly Waiting[]) => {
    const began = now();
    try {
      const done = await together(clicks);
      for (const one of clicks) if (!done.has(one)) one.resolve(alone(one.click));
    } catch (error) {
      // What went wrong shows again where each is alone. Where the store does not answer, all who wait are told now.
      const isAway = now() - began > PATIENCE;
      for (const one of isAway ? [...clicks, ...waiting.splice(0)] : clicks)
        one.resolve(isAway ? Promise.reject(error) : alone(one.click));
    }
  };

  /** Gives back those that are done. */
  const together = async (clicks: readonly Waiting[]): Promise<Set<Waiting>> => {
    const rounds = Map.groupBy(clicks, ({ click }) => click.round);
    const turns = (await Promise.all([...rounds].map(([id, those]) => turnOf(id, those)))).flat();
    const saved = await store.rounds.saveAll(turns.map(({ change }) => change));
    const done = new Set<Waiting>();
    for (const { change, taken } of turns) {
      const { round, next } = change;
      kept.delete(round.setup.id);
      if (!saved.has(round.setup.id)) continue;
      const acted = { round: { ...round, state: next, version: round.version + 1 } };
      keep(acted.round);
      for (const one of taken) {
        done.add(one);
        one.resolve({ ...acted, stirs: next.deadline !== round.state.deadline });
      }
    }
    return done;
  };

  /** What clicks make of a round; none where they change nothing. */
  const turnOf = async (id: string, clicks: readonly Waiting[]): Promise<Turn[]> => {
    const round = kept.get(id) ?? (await store.rounds.get(id));
    if (!round) return [];
    let next: RoundState = round.state;
    const taken = clicks.filter(({ click: { event, place = round.place } }) => {
      const stepped = step(round.setup, next, event, now());
      if (place !== round.place || stepped.refused !== undefined || stepped.effects.length > 0) return false;
      next = stepped.state;
      return true;
    });
    return taken.length === 0 ? [] : [{ change: { round, next }, taken }];
  };

  return {
    take: (click) =>
      new Promise((resolve) => {
        waiting.push({ click, resolve });
        if (!saving) void drain();
      }),
    keep,
    drop: (round) => void kept.delete(round),
  };
}
