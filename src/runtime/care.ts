import type { Log } from '../chat/chat.ts';
import { StoreError } from '../chat/errors.ts';
import type { PlatformName } from '../chat/event.ts';
import { type Ports, SendError } from '../chat/port.ts';
import type { Store } from '../store/types.ts';
import type { Clock } from './clock.ts';
import type { ConnectionState } from './connections.ts';
import { forgetDeparted } from './departures.ts';
import { type Loop, openLoop } from './loop.ts';
import { letAge } from './retention.ts';

export interface CareDeps {
  store: Store;
  /** Those of the platforms that are connected. */
  ports(): Ports;
  /** Of the platforms that are configured. */
  states(): ReadonlyMap<PlatformName, ConnectionState>;
  clock: Clock;
  log: Log;
  /** Called when nothing is kept of a server any more. */
  forgotten(server: string): void;
}

/** Work in portions, each of which is short. */
type Portions = () => AsyncGenerator<void, void>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Milliseconds after a start until the first look: whoever comes up again and again does not begin each time. */
const FIRST = 10 * MINUTE;
/** Milliseconds between portions. */
const BREATH = 50;

/**
 * Looks after what is kept: a copy a day where the database is ours to copy, totals instead of old answers, and nothing of servers that left. What
 * fails is tried again in an hour. Any number of processes may do so on one store.
 */
export function openCare(deps: CareDeps): { stop(): Promise<void> } {
  const { store, clock, log } = deps;
  const stopping = new AbortController();

  const copy = async function* () {
    const made = await store.copyDaily?.(clock.now(), stopping.signal);
    if (made === undefined) return;
    log.info({}, `The database was copied to ${made}.`);
    yield;
  };

  const patiently = (every: number, portions: Portions, failed: string): Loop => {
    let under: AsyncGenerator<void, void> | undefined;
    const loop = openLoop(
      clock,
      async () => {
        try {
          under ??= portions();
          if (!(await under.next()).done) return clock.now() + BREATH;
          under = undefined;
          return clock.now() + every;
        } catch (error) {
          under = undefined;
          if (!stopping.signal.aborted)
            log.warn(
              error instanceof StoreError || error instanceof SendError ? {} : { err: error },
              `${failed}, and is tried again in an hour: ${said(error)}`,
            );
          return clock.now() + HOUR;
        }
      },
      (error) => log.error({ err: error }, failed),
    );
    clock.at(clock.now() + FIRST, loop.wake);
    return loop;
  };

  const loops = [
    patiently(HOUR, copy, 'The daily copy of the database was not made'),
    patiently(DAY, () => letAge(deps), 'What is old was not cleared'),
    patiently(DAY, () => forgetDeparted(deps), 'Servers that left were not looked for'),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
