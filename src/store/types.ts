import type { PlatformName } from '../chat/event.ts';
import type { Mark, Player, RoundSetup, RoundState } from '../core/quiz/types.ts';
import type { Ageing, Departures } from './care.ts';
import type { Outbox } from './dispatch.ts';
import type { Figures } from './figures.ts';
import type { Events, Processes } from './processes.ts';
import type { Dailies, Subscriptions } from './subscription.ts';

export type * from './care.ts';
export type * from './dispatch.ts';
export type * from './figures.ts';
export type * from './processes.ts';
export type * from './subscription.ts';

/**
 * What lasts. Ids of places, servers and players begin with their platform (`discord:123`), except in what is
 * to be sent; times are whole milliseconds since 1970. All
 * functions throw `StoreError` when the database cannot be reached or written.
 */
export interface Store extends Tables {
  /** Whether several processes may work on it. */
  readonly shared: boolean;
  /**
   * Sees to it that there is a copy of this day (UTC); those older than the newest seven are deleted. Missing where the database is not ours to copy.
   *
   * @param now milliseconds since 1970
   * @returns the path of a copy that was made
   */
  copyDaily?(now: number, signal: AbortSignal): Promise<string | undefined>;
  /**
   * Does several things together or not at all. Work that arrives while another commit is under way may share the next one; what it
   * returns is given back only once it is on the disk. Work must not wait for anything but its tables, and throws to undo what it did.
   */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Outside a transaction these see what is committed, and each change is a transaction of its own. */
export interface Tables {
  rounds: Rounds;
  records: Records;
  outbox: Outbox;
  solos: Solos;
  servers: Servers;
  members: Members;
  reports: Reports;
  processes: Processes;
  events: Events;
  subscriptions: Subscriptions;
  dailies: Dailies;
  ageing: Ageing;
  departures: Departures;
  figures: Figures;
}

export interface NewRound {
  setup: RoundSetup;
  state: RoundState;
  platform: PlatformName;
  place: string;
  server?: string;
}

/** A round with its version: every saved change makes the next. */
export interface StoredRound extends NewRound {
  version: number;
}

/** A round as it was got, and what it is to become. */
export interface RoundChange {
  round: StoredRound;
  next: RoundState;
}

export interface Rounds {
  /** False when the place has a live round already, and then nothing is stored. */
  add(round: NewRound): Promise<boolean>;
  /** The live round of a place. */
  at(place: string): Promise<StoredRound | undefined>;
  /** In a transaction the round is kept from everyone else until the commit. The state holds the answers to its question. */
  get(id: string): Promise<StoredRound | undefined>;
  /**
   * Saves what differs between a round as it was got and its next state, answers included: one row for each round, question and player.
   *
   * @throws StoreError when another version was saved meanwhile
   */
  save(round: StoredRound, next: RoundState): Promise<void>;
  /**
   * Saves what joins and answers have changed in several rounds, as `save` does: each unless another version was saved meanwhile, or somebody
   * else is just at it. Returns the ids of the rounds that were saved.
   */
  saveAll(changes: readonly RoundChange[]): Promise<ReadonlySet<string>>;
  /** Ids of live rounds of these platforms whose deadline has passed, the longest overdue first. */
  due(platforms: readonly PlatformName[], now: number, limit: number): Promise<string[]>;
  /** When the next live round of these platforms is due. */
  nextDeadline(platforms: readonly PlatformName[]): Promise<number | undefined>;
  /** Ids of all live rounds of these platforms. */
  live(platforms: readonly PlatformName[]): Promise<string[]>;
  /** When the place was last asked each of its questions, by `deck/question`. */
  seen(place: string): Promise<ReadonlyMap<string, number>>;
  /** The deck of the place's last round. */
  lastDeck(place: string): Promise<string | undefined>;
}

/** An answer that has been marked, outside of a group's round. */
export interface MarkedAnswer {
  /** The solo that it belongs to, and which of its questions. */
  solo: string;
  index: number;
  player: Player;
  deck: string;
  question: string;
  topic: string;
  task?: string;
  picks: readonly number[];
  right: boolean;
  at: number;
}

export interface Mistake {
  deck: string;
  question: string;
  /** When it was last answered wrong. */
  at: number;
}

export interface Progress {
  deck: string;
  topic: string;
  task?: string;
  asked: number;
  right: number;
}

export interface Score {
  player: string;
  name: string;
  asked: number;
  right: number;
}

/** What members have answered. */
export interface Records {
  /**
   * Marks the answers to a round's question, and notes for each player a mistake, or a step to its end: a mistake is gone after two right
   * answers on different days (UTC).
   */
  mark(round: NewRound, question: number, marks: readonly Mark[], now: number): Promise<void>;
  /** Notes one marked answer, and the mistake that it is or mends. False, and nothing changed, when that question of that solo is answered already. */
  add(answer: MarkedAnswer): Promise<boolean>;
  /**
   * The scores of a server's group rounds and questions of the day since a moment, best first: by right answers, then by the share that was
   * right. A question counts once a (UTC, ISO) week for a member: the first answer. Hidden members are left out.
   *
   * @param since 0 for all times; else answers that have become totals are not counted
   */
  leaderboard(server: string, since: number): Promise<Score[]>;
  /** One member's own score there, hidden or not. */
  score(server: string, since: number, player: string): Promise<Score | undefined>;
  /** All answers of a member that are marked, by topic and task: groups, days, solo and practice. */
  progress(player: string): Promise<Progress[]>;
  /** The latest first. */
  mistakes(player: string): Promise<Mistake[]>;
}

/** One member's own session. */
export interface Solo {
  id: string;
  player: string;
  kind: 'solo' | 'practice';
  title: string;
  /** In the order in which they are asked. */
  questions: readonly { deck: string; question: string }[];
  at: number;
}

export interface Solos {
  add(solo: Solo): Promise<void>;
  get(id: string): Promise<Solo | undefined>;
  /** The marked answers so far, by index. */
  answers(id: string): Promise<{ index: number; picks: readonly number[]; right: boolean }[]>;
}

export interface ServerSettings {
  /** Who may start rounds. */
  starters: 'everyone' | 'moderators';
  /** Commands of decks that the server does not see. */
  hiddenDecks: readonly string[];
  /** Who sees the answers to lookups; the platform's custom where missing. */
  lookups?: 'public' | 'private';
  /** The time zone that its subscriptions began with last, as `zoneNamed` spells it. */
  zone?: string;
}

export interface Servers {
  /** Changed since a moment, by server, with the latest change. */
  changedSince(at: number): Promise<{ server: string; settings: ServerSettings; at: number }[]>;
  put(server: string, settings: ServerSettings, at: number): Promise<void>;
}

export interface Members {
  /** Takes a member off a server's leaderboard, or puts them back. */
  hide(server: string, player: string, hidden: boolean): Promise<void>;
  hidden(server: string, player: string): Promise<boolean>;
  /** Every row that is kept of a member, by table: plain JSON. */
  everything(player: string): Promise<Readonly<Record<string, readonly object[]>>>;
  /**
   * Deletes a member's rows. In the answers and standings of groups, and where they set up a subscription, the member becomes `as`, without
   * a name of their own; names in messages of rounds that still wait are replaced too. Live rounds are for the caller: their ids are returned.
   */
  forget(player: string, as: Player): Promise<string[]>;
}

export interface Report {
  id: number;
  deck: string;
  question: string;
  server?: string;
  player: string;
  text: string;
  at: number;
}

export interface Reports {
  add(report: Omit<Report, 'id'>): Promise<void>;
  /** How many a member has made from a moment on. */
  since(player: string, at: number): Promise<number>;
  /** The latest first, of one server or of all. */
  list(server: string | undefined, limit: number): Promise<Report[]>;
}
