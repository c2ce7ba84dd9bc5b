import type { Clock } from './clock.ts';

/**
 * Asks for something that costs, and gives everyone who wants it within `lasts` milliseconds the same answer. What takes longer than that is not
 * asked for a second time meanwhile.
 */
export function keep<T>(lasts: number, { now }: Clock, ask: () => Promise<T>): () => Promise<T> {
  let last: { answer: Promise<T>; at: number; waiting: boolean } | undefined;
  return () => {
    // Clocks are set back, too.
    if (last && (last.waiting || Math.abs(now() - last.at) < lasts)) return last.answer;
    const asked = { answer: ask(), at: now(), waiting: true };
    last = asked;
    const done = () => {
      asked.waiting = false;
    };
    asked.answer.then(done, done);
    return asked.answer;
  };
}

/** What a promise resolves to; undefined when it takes longer than `ms` milliseconds. */
export function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const callOff = clock.at(clock.now() + ms, () => resolve(undefined));
    promise.then(resolve, reject).finally(callOff);
  });
}
