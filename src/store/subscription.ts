import type { PlatformName } from '../chat/event.ts';
import type { About, AskedQuestion, Mark, Player } from '../core/quiz/types.ts';
import type { Due, Schedule } from '../core/tips/schedule.ts';

/** A place's daily tip, or its question of the day: one of each kind a place. */
export interface Subscription {
  id: string;
  platform: PlatformName;
  place: string;
  server?: string;
  kind: SubscriptionKind;
  schedule: Schedule;
  /** What it is about, and what that is called. */
  subject: About & { title: string };
  /** Who set it up. */
  by: Player;
  /** What is due next. */
  due: Due;
  /** Nothing is posted while it is paused: because somebody asked, or because the place refuses. */
  paused?: 'asked' | 'refused';
  /** Since when the place has refused every message. */
  failingSince?: number;
  /** True when whoever set it up could not be told that it is paused. */
  untold?: boolean;
}

export type SubscriptionKind = 'tip' | 'question';

export interface Subscriptions {
  /** Stores it and gives back its id; one of the same kind in the same place is replaced, and the id is that of the replaced one. */
  put(subscription: Subscription): Promise<string>;
  /** In a transaction it is kept from everyone else until the commit. */
  get(id: string): Promise<Subscription | undefined>;
  at(place: string): Promise<Subscription[]>;
  /** False when there was none. What it still wanted to be posted is taken back. */
  remove(place: string, kind: SubscriptionKind): Promise<boolean>;
  /** Ids of those of these platforms that are due and not paused, the longest overdue first. */
  due(platforms: readonly PlatformName[], now: number, limit: number): Promise<string[]>;
  nextDue(platforms: readonly PlatformName[]): Promise<number | undefined>;
  /** Ids of all of these platforms that are not paused, in order of id, after one of them: for going through them in portions. */
  after(platforms: readonly PlatformName[], id: string, limit: number): Promise<string[]>;
  /** Claims a local date for a subscription. False when it is claimed already: unique keys decide. Claims are kept for a month. */
  claim(id: string, date: string, now: number): Promise<boolean>;
  /** Whether a local date is claimed. */
  claimed(id: string, date: string): Promise<boolean>;
  /** Ids of the tips shown in a place since all were, in order. */
  shown(place: string): Promise<string[]>;
  setShown(place: string, tips: readonly string[]): Promise<void>;
}

/** A question of the day. */
export interface Daily {
  id: string;
  platform: PlatformName;
  place: string;
  server?: string;
  question: AskedQuestion;
  /** When it was put out, and when it closes if no other comes before. */
  at: number;
  closesAt: number;
  /** True once it is marked: nobody answers any more. */
  closed: boolean;
  /** The platform's id of its message, once it is posted. */
  message?: string;
}

export interface DailyAnswer {
  player: Player;
  picks: readonly number[];
  at: number;
  /** The player has seen the right answer, and can change theirs no more. */
  locked: boolean;
}

export interface Dailies {
  /** Stores it, and notes that the place has seen its question. A place has one that is open: closing the last one comes first. */
  add(daily: Daily): Promise<void>;
  /** In a transaction it is kept from everyone else until the commit. */
  get(id: string): Promise<Daily | undefined>;
  /** The one of a place that is not closed yet. */
  openAt(place: string): Promise<Daily | undefined>;
  posted(id: string, message: string): Promise<void>;
  /** Keeps an answer instead of the player's earlier one. False, and nothing changed, when that is locked. */
  answer(daily: Daily, answer: DailyAnswer): Promise<boolean>;
  /** In the order in which they were given. */
  answers(id: string): Promise<DailyAnswer[]>;
  /**
   * Closes it and marks its answers, with what follows for mistakes; they count on the server's leaderboard. Does nothing when it is closed
   * already.
   */
  close(daily: Daily, marks: readonly Mark[], now: number): Promise<void>;
}
