/** Remembers answers for a while. */
export interface Memory<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/**
 * @param lasts milliseconds that an answer is good for
 * @param now milliseconds since 1970
 */
export function memory<T>(lasts: number, now: () => number): Memory<T> {
  const known = new Map<string, { value: T; until: number }>();
  return {
    get(key) {
      const found = known.get(key);
      return found && found.until > now() ? found.value : undefined;
    },
    set(key, value) {
      // The oldest come first.
      for (const [old, { until }] of known) {
        if (until > now()) break;
        known.delete(old);
      }
      known.delete(key);
      known.set(key, { value, until: now() + lasts });
    },
  };
}
