/**
 * What is kept for a time only. Everything is done in portions, each a short transaction, so that nobody waits for it; several processes may do
 * it at once.
 */
export interface Ageing {
  /** The next members who have answered anything, in order of id after one of them, each with the time of the oldest answer. */
  answerers(after: string, limit: number): Promise<{ player: string; at: number }[]>;
  /**
   * Turns a member's answers of the oldest week (UTC, ISO) into totals, which `progress`, `leaderboard` and `score` count as they have counted the
   * answers.
   *
   * @param before of a week that had not ended by then nothing is touched
   * @returns false when there was nothing to do
   */
  total(player: string, before: number): Promise<boolean>;
  /**
   * Deletes rounds that ended, solos that began, and questions of the day that were put out before a moment, at most so many of each. Where nothing
   * is left of a place, it may be asked everything anew.
   *
   * @returns false when there was nothing to do
   */
  drop(before: number, limit: number): Promise<boolean>;
}

/** A server that has removed the bot. */
export interface Departure {
  /** When it was noted. */
  at: number;
  /** Whether the platform said so when it happened; else the server was not among those that the bot is in. */
  told: boolean;
}

/** Servers that have removed the bot. */
export interface Departures {
  /** The next servers of which anything is kept, in order of id after one of them, with what was noted of one that is gone. */
  servers(after: string, limit: number): Promise<{ server: string; gone?: Departure }[]>;
  /** Notes that a server is gone. An earlier note stays, unless the platform has told of this one. */
  note(server: string, departure: Departure): Promise<void>;
  /** It is not gone, or is back. */
  clear(server: string): Promise<void>;
  /**
   * Deletes what belongs to a server, at most so many rounds and sessions at a time. Its members' answers go on to count for themselves, and name
   * no server any more.
   *
   * @returns false once nothing is left
   */
  forget(server: string, limit: number): Promise<boolean>;
}
