import type { PlatformName } from '../chat/event.ts';
import type { Message } from '../chat/message.ts';
import type { Posting } from '../core/quiz/types.ts';

/** What a platform is to be told, and by whom it was asked for. */
export type Dispatch = { place: string; message: Message } & (
  | { kind: 'post'; replyTo?: string }
  | { kind: 'edit'; id: string }
  /** The place is the member. */
  | { kind: 'direct' }
);

/** `tip`: what nobody waits for. It is sent where there is room left, and holds back nothing else. */
export type Lane = 'play' | 'tip';

export interface NewRow {
  platform: PlatformName;
  dispatch: Dispatch;
  /** `play` where missing. */
  lane?: 'tip';
  /** Whom the outcome is told; the sender alone knows what it means. */
  round?: { id: string; message: Posting | 'close'; question: number };
  subscription?: string;
  /** When it was written: in the lane `play` its moments are meant from then on. */
  at: number;
  /** When it is due; at once where missing. */
  notBefore?: number;
}

/** What a process can send on a platform just now. */
export interface Room {
  platform: PlatformName;
  /** Rows at most. */
  rows: number;
  /** How many of them may be tips. */
  tips: number;
}

export interface OutboxRow extends Omit<NewRow, 'notBefore'> {
  /** Ascending; at most 16 digits. */
  id: string;
  /** How often it was tried before. */
  tries: number;
  /** When it was first tried; missing for a row that never was. */
  triedAt?: number;
  /** True when an earlier try has no known outcome. */
  doubtful: boolean;
}

/** What is to be sent, in order for each place and lane: a row is due when none before it waits there. */
export interface Outbox {
  put(rows: readonly NewRow[]): Promise<void>;
  /**
   * Takes rows that are due, at most one a place and lane, and tips only where that leaves room: they belong to this process until `until`. A
   * row whose process let that time pass is due again, and doubtful.
   */
  take(process: string, rooms: readonly Room[], now: number, until: number): Promise<OutboxRow[]>;
  /** Those of these rows that belong to a process do so until a later moment. */
  renew(ids: readonly string[], process: string, until: number): Promise<void>;
  /** Done: takes the row out. False when it belongs to another process by now, or is gone. */
  done(id: string, process: string): Promise<boolean>;
  /** Gives a row back, to be tried at a later time; unless the outcome of some try is in doubt it counts as never tried. False as above. */
  later(id: string, process: string, at: number, doubtful: boolean): Promise<boolean>;
  /** Takes out what a round still wants to be posted and nobody is posting just now. */
  withdraw(round: string): Promise<void>;
  /** The same for a subscription. */
  withdrawOf(subscription: string): Promise<void>;
  /** When the next row of a platform's lane is due. */
  nextDue(platform: PlatformName, lane: Lane): Promise<number | undefined>;
}
