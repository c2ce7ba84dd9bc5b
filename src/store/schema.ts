import type { Generated } from 'kysely';
import type { PlatformName } from '../chat/event.ts';
import type { Lane } from './dispatch.ts';
import type { SubscriptionKind } from './subscription.ts';

/**
 * The tables, the same in SQLite and in PostgreSQL. Times are milliseconds since 1970, yes and no are 1 and 0, and lists and objects are JSON
 * text. A column named `player` holds a member's id: `everything` and `forget` cover every table that has one.
 */
export interface Database {
  rounds: RoundRow;
  /** What never changes in a round, apart from what does: a change of the round then writes the small part alone. */
  setups: { round: string; setup: string };
  /** Whom a round's state names: its players and its host. */
  participants: { round: string; player: string };
  answers: AnswerRow;
  totals: TotalRow;
  scores: ScoreRow;
  /** When a place was last asked a question. */
  asked: { place: string; deck: string; question: string; at: number };
  mistakes: MistakeRow;
  solos: SoloRow;
  servers: { server: string; settings: string; at: number };
  /** Members who want to be on no leaderboard of a server, since when. */
  hidden: { server: string; player: string; at: number };
  reports: ReportRow;
  outbox: OutboxTable;
  processes: { id: string; at: number; parts: Generated<string> };
  /** Ids of events that were taken: for as long as a platform may deliver them again. */
  events: { id: string; at: number };
  subscriptions: SubscriptionRow;
  /** The local dates for which a subscription has posted, or is about to. */
  claims: { subscription: string; date: string; at: number };
  /** The tips that a place has seen since it had seen all, the last of them when. */
  shown: { place: string; tips: string; at: number };
  dailies: DailyRow;
  /** Servers that the bot is in no more, since when that is known, and whether the platform told of it. */
  departed: { server: string; at: number; told: Generated<number> };
}

export interface RoundRow {
  id: string;
  platform: PlatformName;
  place: string;
  server: string | null;
  /** Of its first question. */
  deck: string;
  version: number;
  /** `RoundState` without the answers. */
  state: string;
  /** Null exactly when the round is over. */
  deadline: number | null;
  started: number;
  ended: number | null;
}

/** One for each question of a round, solo or day and each player. */
export interface AnswerRow {
  /** Id of the round, solo or question of the day. */
  session: string;
  /** Which of its questions, from 0. */
  position: number;
  player: string;
  name: string;
  kind: 'group' | 'daily' | 'solo' | 'practice';
  server: string | null;
  deck: string;
  question: string;
  topic: string;
  task: string | null;
  picks: string;
  at: number;
  /** See `weekOf`. */
  week: number;
  /** Null until the answer is marked. */
  right: number | null;
  points: number | null;
  /** Whether the player has seen the right answer to a question of the day. */
  locked: Generated<number>;
}

/** What has become of a member's old answers. */
export interface TotalRow {
  player: string;
  deck: string;
  topic: string;
  /** Empty where the questions have none. */
  task: string;
  asked: number;
  right: number;
}

/** What the same answers count on a server's leaderboard. */
export interface ScoreRow {
  server: string;
  player: string;
  /** The latest among them. */
  name: string;
  asked: number;
  right: number;
}

export interface MistakeRow {
  player: string;
  deck: string;
  question: string;
  /** When it was last answered wrong. */
  at: number;
  /** The day of the first right answer since; see `dayOf`. */
  mended: number | null;
}

export interface SoloRow {
  id: string;
  player: string;
  kind: 'solo' | 'practice';
  title: string;
  questions: string;
  at: number;
}

export interface ReportRow {
  id: Generated<number>;
  deck: string;
  question: string;
  server: string | null;
  player: string;
  text: string;
  at: number;
}

export interface OutboxTable {
  id: Generated<number>;
  platform: PlatformName;
  place: string;
  kind: 'post' | 'edit' | 'direct';
  dispatch: string;
  round: string | null;
  /** The round's message and question as JSON, where there is a round. */
  about: string | null;
  at: number;
  /** When it may be taken: for a row that a process has, when its time is over. */
  due: number;
  owner: string | null;
  tries: number;
  tried: number | null;
  doubtful: number;
  lane: Lane;
  subscription: string | null;
  /** Platform, lane and place in one: its rows are sent in the order of their ids. */
  queue: string;
}

export interface SubscriptionRow {
  id: string;
  platform: PlatformName;
  place: string;
  server: string | null;
  kind: SubscriptionKind;
  schedule: string;
  subject: string;
  /** Who set it up. */
  player: string;
  name: string;
  /** The local date that is due next, and when. */
  date: string;
  due: number;
  paused: 'asked' | 'refused' | null;
  /** Since when the place has refused. */
  failing: number | null;
  untold: number;
}

/** A question of the day. */
export interface DailyRow {
  id: string;
  platform: PlatformName;
  place: string;
  server: string | null;
  question: string;
  at: number;
  closes: number;
  closed: number;
  message: string | null;
}
