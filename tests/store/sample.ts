import type { AskedQuestion, Mark, Player, RoundSetup, RoundState } from '../../src/core/quiz/types.ts';
import type {
  Daily,
  NewRound,
  NewRow,
  OutboxRow,
  Store,
  StoredRound,
  Subscription,
} from '../../src/store/types.ts';
import { NOW } from './databases.ts';

export const ana: Player = { id: 'discord:1', name: 'Ana' };
export const ben: Player = { id: 'discord:2', name: 'Ben' };
export const former: Player = { id: 'discord:former-1', name: 'former member' };

export function aQuestion(id: string, task?: string): AskedQuestion {
  return {
    deck: 'aws',
    id,
    topic: { id: 'shield', name: 'AWS Shield' },
    ...(task !== undefined && { task }),
    level: 1,
    stem: `What is ${id}?`,
    choices: ['this', 'that'].map((text, index) => ({ text, right: index === 0 })),
    explanation: 'It is "this"; \u0000 and \ud800 are no text.',
    source: { file: 'shield.md', line: 7 },
  };
}

/** A round with three questions that waits for its players. */
export function aRound(id: string, place: string, state: Partial<RoundState> = {}): NewRound {
  const setup: RoundSetup = {
    id,
    title: 'AWS Shield',
    about: { deck: 'aws', topics: ['shield'] },
    seconds: 60,
    scoring: 'study',
    questions: [aQuestion('q1', '2.4'), aQuestion('q2'), aQuestion('q3')],
  };
  const opening: RoundState = {
    phase: 'opening',
    question: -1,
    deadline: NOW + 30_000,
    since: NOW,
    held: false,
    host: ana,
    hostSeenAt: NOW,
    players: {},
    answers: {},
    unanswered: 0,
    results: [],
    messages: {},
  };
  return { setup, state: { ...opening, ...state }, platform: 'discord', place, server: 'discord:guild' };
}

/** The state with a question on the screen. */
export function asking(state: RoundState, question: number, at = NOW): RoundState {
  return { ...state, phase: 'open', question, since: at, openedAt: at, deadline: at + 60_000, answers: {} };
}

export function answered(state: RoundState, { id, name }: Player, picks: number[], at = NOW): RoundState {
  const before = state.players[id] ?? { right: 0, points: 0 };
  return {
    ...state,
    players: { ...state.players, [id]: { ...before, name, active: state.question } },
    answers: { ...state.answers, [id]: { picks, at } },
  };
}

export function over(state: RoundState, at = NOW): RoundState {
  const { deadline, ...rest } = state;
  return { ...rest, phase: 'finished', since: at };
}

/** Loads a round, changes it and saves it, as one transaction. */
export function change(store: Store, id: string, next: (state: RoundState) => RoundState): Promise<void> {
  return store.transaction(async ({ rounds }) => {
    const round = await rounds.get(id);
    if (!round) throw new Error(`There is no round ${id}.`);
    await rounds.save(round, next(round.state));
  });
}

/** A question is asked, answered by these members with the picks given, and marked: pick 0 is right. */
export async function play(
  store: Store,
  id: string,
  question: number,
  at: number,
  answers: readonly [Player, number][],
): Promise<void> {
  const given = (state: RoundState) =>
    answers.reduce((so, [player, pick]) => answered(so, player, [pick], at), asking(state, question, at));
  await change(store, id, given);
  const marks: Mark[] = answers.map(([{ id }, pick]) => ({
    player: id,
    right: pick === 0,
    points: 1 - pick,
  }));
  await store.records.mark(await got(store, id), question, marks, at);
}

export async function got(store: Store, id: string): Promise<StoredRound> {
  const round = await store.rounds.get(id);
  if (!round) throw new Error(`There is no round ${id}.`);
  return round;
}

/** Something to be posted in a place. */
export function aPost(place: string, said: string, round?: string): NewRow {
  return {
    platform: 'discord',
    dispatch: { kind: 'post', place, message: [{ kind: 'text', text: [{ kind: 'text', text: said }] }] },
    ...(round !== undefined && { round: { id: round, message: 'question', question: 0 } }),
    at: NOW,
  };
}

/** Something that nobody waits for, to be posted in a place. */
export function aTip(place: string, said: string, subscription?: string): NewRow {
  return { ...aPost(place, said), lane: 'tip', ...(subscription !== undefined && { subscription }) };
}

/** The text of a post. */
export function said({ dispatch }: OutboxRow): string {
  const [part] = dispatch.message;
  const [inline] = part?.kind === 'text' ? part.text : [];
  return inline?.kind === 'text' ? inline.text : '';
}

/** A tip a day, due now. */
export function aSubscription(id: string, place: string): Subscription {
  return {
    id,
    platform: 'discord',
    place,
    server: 'discord:guild',
    kind: 'tip',
    schedule: { time: '12:00', zone: 'UTC', days: [1, 2, 3, 4, 5] },
    subject: { deck: 'aws', title: 'AWS Security' },
    by: ana,
    due: { date: '2026-11-02', at: NOW },
  };
}

/** A question of the day that is open. */
export function aDaily(id: string, place: string): Daily {
  return {
    id,
    platform: 'discord',
    place,
    server: 'discord:guild',
    question: aQuestion('q1'),
    at: NOW,
    closesAt: NOW + 7 * 24 * 60 * 60 * 1000,
    closed: false,
  };
}

/** `aPost('1', 'hello')` as a store of the first version kept it. */
export const oldRow = `insert into outbox (platform, place, kind, dispatch, at, due, tries, doubtful)
  values ('discord', '1', 'post', '${JSON.stringify(aPost('1', 'hello').dispatch)}', ${NOW}, ${NOW}, 0, 0)`;
