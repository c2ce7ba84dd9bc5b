/** The requests of the last second, as whoever takes them may count. */
export interface LastSecond {
  /** A request begins. What this returns is called with the time of its answer. */
  begin(now: number): (now: number) => void;
  /** How many there are. */
  count(now: number): number;
  /** When there are fewer than so many, as far as they are answered by now; else `Infinity`. */
  fewerThan(most: number, now: number): number;
}

/** In milliseconds: a hundredth more, for what is quicker on its way than all before it. */
const SECOND = 1010;
/** After so many answers it is known how quick one can be. */
const ENOUGH = 50;

interface Request {
  began: number;
  /** Milliseconds until its answer. */
  took: number;
}

/**
 * Counts the requests of the last second so that nobody who takes them can count more. A request arrives at some time before its answer: by as
 * much as that took longer than the quickest ever, it may have come later, and so much longer it counts.
 */
export function countSecond(): LastSecond {
  let requests: Request[] = [];
  let quickest = Number.POSITIVE_INFINITY;
  let answers = 0;

  const until = ({ began, took }: Request) => began + took + SECOND - (answers < ENOUGH ? 0 : quickest);

  const forget = (now: number) => {
    // Clocks are set back, too.
    requests = requests.filter((request) => until(request) > now && request.began < now + SECOND);
  };

  return {
    begin(now) {
      const request = { began: now, took: Number.POSITIVE_INFINITY };
      requests.push(request);
      return (end) => {
        request.took = Math.max(0, end - now);
        quickest = Math.min(quickest, request.took);
        answers += 1;
      };
    },
    count(now) {
      forget(now);
      return requests.length;
    },
    fewerThan(most, now) {
      forget(now);
      const ends = requests.map(until).sort((one, other) => one - other);
      return ends[requests.length - most] ?? now;
    },
  };
}
