import type { PlatformName } from '../chat/event.ts';
import type { Lane } from './dispatch.ts';

export interface Figures {
  /** How much there is to do at a moment. */
  all(now: number): Promise<Load>;
}

/** How much there is to do, by platform; where there is nothing, nothing is said. */
export interface Load {
  /** `oldest`: when its first row was put there, or is to be sent. */
  outbox: { platform: PlatformName; lane: Lane; rows: number; oldest: number }[];
  rounds: { platform: PlatformName; live: number }[];
  /** Subscriptions that are due, and those of them that have been for more than a minute. */
  tips: { platform: PlatformName; due: number; late: number }[];
}
