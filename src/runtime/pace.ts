import type { Pace } from '../chat/port.ts';
import { countSecond } from '../chat/second.ts';
import type { Lane } from '../store/types.ts';

/** Keeps what is sent on one platform within its pace. */
export interface Pacer {
  /** How many sends may begin now, and how many of them may be tips. */
  room(now: number): { rows: number; tips: number };
  /** A send begins. What this returns is called when it is over. */
  begin(now: number): (now: number) => void;
  /** When a lane that had no room at a moment has some; `Infinity` for one that had. */
  next(lane: Lane, now: number): number;
}

const SECOND = 1000;
/** The share of the steady pace that tips may use, as far as nothing else does. */
const SHARE = 0.96;
/** Groups of tips a second: taking each by itself would cost a transaction each. */
const GROUPS = 10;
/** What was sent beyond the steady pace holds tips back for no longer, in milliseconds. */
const LONGEST_DEBT = 60 * SECOND;

/**
 * No more than `burst` sends arrive in any second, and tips leave the last of these to what may come. Tips go evenly and in small groups: what
 * comes between them waits for milliseconds.
 *
 * @param share what of the pace may be used, above 0 and up to 1: it may change at any time
 */
export function keepPace({ burst, steady }: Pace, share: () => number = () => 1): Pacer {
  const second = countSecond();
  /** Each send uses up a step of time. Time that nothing has used in two groups is lost. */
  let used = Number.NEGATIVE_INFINITY;

  const pace = () => {
    const step = SECOND / (steady * share() * SHARE);
    const rows = Math.max(1, Math.floor(burst * share()));
    const group = step === 0 ? 0 : Math.ceil(SECOND / GROUPS / step);
    return { step, rows, tips: Math.max(1, rows - 1), group };
  };

  return {
    room(now) {
      const { step, rows, tips, group } = pace();
      const sent = second.count(now);
      used = Math.min(Math.max(used, now - 2 * group * step), now + LONGEST_DEBT);
      const left = (most: number) => Math.max(0, most - sent);
      const steps = step === 0 ? left(rows) : Math.floor((now - used) / step);
      return { rows: left(rows), tips: steps < group ? 0 : Math.min(steps, left(tips)) };
    },
    begin(now) {
      used += pace().step;
      return second.begin(now);
    },
    next(lane, now) {
      const { step, rows, tips, group } = pace();
      const even = step === 0 ? 0 : Math.floor(used + group * step) + 1;
      const fewer = second.fewerThan(lane === 'play' ? rows : tips, now);
      const moment = lane === 'play' ? fewer : Math.max(even, fewer);
      return moment > now ? moment : Number.POSITIVE_INFINITY;
    },
  };
}
