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

export interface NewRow {
  platform: PlatformName;
  dispatch: Dispatch;
  /** Whom the outcome is told; the sender alone knows what it means. */
  round?: { id: string; message: Posting | 'close'; question: number };
  /** When it was written: its moments are meant from then on. */
  at: number;
}

export interface OutboxRow extends NewRow {
  /** Ascending; at most 16 digits. */
  id: string;
  /** How often it was tried before. */
  tries: number;
  /** When it was first tried; missing for a row that never was. */
  triedAt?: number;
  /** True when an earlier try has no known outcome. */
  doubtful: boolean;
}

/** What is to be sent, in order for each place: a row is due when none before it waits in its place. */
export interface Outbox {
  put(rows: readonly NewRow[]): Promise<void>;
  /**
   * Takes rows that are due for these platforms, at most one a place: they belong to this process until `until`. A row whose process let
   * that time pass is due again, and doubtful.
   */
  take(
    process: string,
    platforms: readonly PlatformName[],
    now: number,
    until: number,
    limit: number,
  ): Promise<OutboxRow[]>;
  /** The rows that a process has taken belong to it until a later moment. */
  renew(process: string, until: number): Promise<void>;
  /** Done: takes the row out. False when it belongs to another process by now, or is gone. */
  done(id: string, process: string): Promise<boolean>;
  /** Gives a row back, to be tried at a later time; unless the outcome of some try is in doubt it counts as never tried. False as above. */
  later(id: string, process: string, at: number, doubtful: boolean): Promise<boolean>;
  /** Takes out what a round still wants to be posted and nobody is posting just now. */
  withdraw(round: string): Promise<void>;
  /** When the next row of these platforms is due. */
  nextDue(platforms: readonly PlatformName[]): Promise<number | undefined>;
}
