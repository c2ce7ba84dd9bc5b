import { StoreError } from '../chat/errors.ts';
import type { PlatformName } from '../chat/event.ts';
import type { Store } from '../store/types.ts';
import type { Clock } from './clock.ts';
import type { ConnectionState } from './connections.ts';
import { keep, within } from './kept.ts';

export interface ReadinessDeps {
  store: Pick<Store, 'outbox'>;
  /** Of the platforms that are configured. */
  states(): ReadonlyMap<PlatformName, ConnectionState>;
  clock: Clock;
  /** Milliseconds from any start, never going back. */
  elapsed(): number;
}

export interface Readiness {
  /** Whether members of every platform get what they ask for and what is due. */
  ready: boolean;
  /** Why, a line for each thing that was looked at. */
  lines: string[];
}

/** Milliseconds for which the store is not asked again, and within which it is to answer. */
const KEEP = 1000;
const PATIENCE = 2000;
/** What could have been sent so long ago, in milliseconds, is too late. */
const LATE = 60_000;

const say: Record<ConnectionState, string> = {
  connecting: 'connecting',
  connected: 'connected',
  away: 'away, and tried again until it is there',
  off: 'off until the next start: the log says what to mend',
};

/** Finds out whether the program can do its work. */
export function openReadiness({ store, states, clock, elapsed }: ReadinessDeps): () => Promise<Readiness> {
  const probe = keep(KEEP, clock, async () => {
    const began = elapsed();
    const lanes = [...states().keys()].flatMap((platform) => [
      store.outbox.nextDue(platform, 'play'),
      store.outbox.nextDue(platform, 'tip'),
    ]);
    const due = (await Promise.all(lanes)).filter((one) => one !== undefined);
    return { ms: elapsed() - began, due: due.length > 0 ? Math.min(...due) : undefined };
  });

  const ask = () =>
    within(clock, PATIENCE, probe()).catch((error: unknown) => {
      if (error instanceof StoreError) return undefined;
      throw error;
    });

  return async () => {
    const platforms = [...states()];
    const found = await ask();
    const late = found?.due === undefined ? undefined : clock.now() - found.due;
    return {
      ready:
        platforms.length > 0 && // there are none yet when the web is open before the platforms are
        platforms.every(([, state]) => state === 'connected') &&
        found !== undefined &&
        (late ?? 0) < LATE,
      lines: [
        ...platforms.map(([platform, state]) => `${platform}: ${say[state]}`),
        found ? `store: answers in ${Math.ceil(found.ms)} ms` : 'store: does not answer',
        ...(found ? [`outbox: ${sayLate(late)}`] : []),
      ],
    };
  };
}

function sayLate(late: number | undefined): string {
  if (late === undefined) return 'nothing waits';
  if (late <= 0) return 'nothing is late';
  return `the next message is ${Math.ceil(late / 1000)} s late`;
}
