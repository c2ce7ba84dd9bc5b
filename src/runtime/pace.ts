import type { Pace } from '../chat/port.ts';
import type { Lane } from '../store/types.ts';

/** Keeps what is sent on one platform within its pace. */
export interface Pacer {
  /** How many sends may begin now, and how many of them may be tips. */
  room(now: number): { rows: number; tips: number };
  /** A send begins. */
  began(now: number): void;
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
 * No more than `burst` sends begin in any second, and tips leave the last of these to what may come. Tips go evenly and in small groups: what
 * comes between them waits for milliseconds.
 */
export function keepPace({ burst, steady }: Pace): Pacer {
  const step = SECOND / (steady * SHARE);
  const group = step === 0 ? 0 : Math.ceil(SECOND / GROUPS / step);
  /** When the sends of the last second began. */
  let begun: number[] = [];
  /** Each send uses up a step of time. Time that nothing has used in two groups is lost. */
  let used = Number.NEGATIVE_INFINITY;

  /** When there are fewer than so many in the last second. */
  const fewer = (most: number) => (most > begun.length ? 0 : (begun.at(-most) ?? 0) + SECOND);

  return {
    room(now) {
      begun = begun.filter((at) => at > now - SECOND && at <= now); // clocks are set back, too
      used = Math.min(Math.max(used, now - 2 * group * step), now + LONGEST_DEBT);
      const rows = burst - begun.length;
      const steps = step === 0 ? rows : Math.floor((now - used) / step);
      return { rows, tips: steps < group ? 0 : Math.max(0, Math.min(steps, rows - 1)) };
    },
    began(now) {
      begun.push(now);
      used += step;
    },
    next(lane, now) {
      const even = step === 0 ? 0 : Math.floor(used + group * step) + 1;
      const moment = lane === 'play' ? fewer(burst) : Math.max(even, fewer(burst - 1));
      return moment > now ? moment : Number.POSITIVE_INFINITY;
    },
  };
}
