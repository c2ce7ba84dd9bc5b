/** Slack sends an event again at once, after 1 minute and after 5: https://docs.slack.dev/apis/events-api#retries */
const REMEMBERED = 10 * 60_000;

/**
 * Remembers ids for ten minutes, so that an event which a platform delivers again is answered once.
 *
 * @param now milliseconds since 1970
 * @returns a function that is true the first time it sees an id
 */
export function rememberIds(now: () => number): (id: string) => boolean {
  const seen = new Map<string, number>();
  return (id) => {
    const at = now();
    for (const [old, since] of seen) {
      if (at - since < REMEMBERED) break;
      seen.delete(old);
    }
    if (seen.has(id)) return false;
    seen.set(id, at);
    return true;
  };
}
