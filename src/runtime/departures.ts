import type { Log } from '../chat/chat.ts';
import type { PlatformName } from '../chat/event.ts';
import type { Departure, Store } from '../store/types.ts';
import type { CareDeps } from './care.ts';
import type { Clock } from './clock.ts';
import { ownId } from './keys.ts';
import { openLoop } from './loop.ts';

/** Milliseconds for which a server that removed the bot finds all as it was when it comes back. */
const KEPT = 30 * 24 * 60 * 60_000;
/** Servers that are looked at together, and rounds and sessions of one that are deleted together. */
const SERVERS = 50;
const SESSIONS = 10;

export interface Departing {
  /** A platform has told that a server removed the bot. */
  note(server: string): void;
  /** Resolves when nothing is being noted any more. */
  stop(): Promise<void>;
}

/** Notes at once what platforms tell of servers that remove the bot: they tell it once. Where the store does not answer, as soon as it does. */
export function noteDepartures(store: Store, clock: Clock, log: Log): Departing {
  const gone = new Map<string, number>();
  const loop = openLoop(
    clock,
    async () => {
      for (const [server, at] of gone) {
        await store.departures.note(server, { at, told: true });
        gone.delete(server);
      }
      return Number.POSITIVE_INFINITY;
    },
    (error) => log.warn({ err: error }, 'That a server removed the bot could not be noted yet.'),
  );
  return {
    note(server) {
      gone.set(server, clock.now());
      loop.wake();
    },
    stop: loop.stop,
  };
}

/**
 * Notes which servers have removed the bot, and forgets those that did so 30 days ago, portion by portion. Where a platform cannot tell, all stays
 * as it is.
 *
 * @throws SendError when a platform should be able to tell and does not answer
 */
export async function* forgetDeparted({
  store,
  ports,
  states,
  clock,
  log,
  forgotten,
}: CareDeps): AsyncGenerator<void, void> {
  /** As the platform says now. What it has told holds where it is no more asked: while it is only away, the bot may be back there. */
  const isIn = async (server: string, told = false) => {
    const here = await platformOf(server, ports())?.isIn(ownId(server));
    if (here !== undefined || !told) return here;
    const state = platformOf(server, states());
    return state === 'connecting' || state === 'away' ? undefined : false;
  };

  const forget = async function* (server: string, told: boolean) {
    // It may come back meanwhile.
    while ((await isIn(server, told)) === false) {
      const more = await store.departures.forget(server, SESSIONS);
      yield;
      if (more) continue;
      forgotten(server);
      log.info({}, 'A server that removed the bot 30 days ago is forgotten.');
      return;
    }
  };

  let last: string | undefined = '';
  while (last !== undefined) {
    const servers: { server: string; gone?: Departure }[] = await store.departures.servers(last, SERVERS);
    yield;
    for (const { server, gone } of servers) {
      const here = await isIn(server, gone?.told);
      if (here && gone) await store.departures.clear(server);
      if (here !== false) continue;
      if (!gone) await store.departures.note(server, { at: clock.now(), told: false });
      else if (clock.now() - gone.at >= KEPT) yield* forget(server, gone.told);
    }
    last = servers.at(-1)?.server;
  }
}

/** What there is for the platform of a server. */
function platformOf<T>(server: string, all: ReadonlyMap<PlatformName, T>): T | undefined {
  return [...all].find(([platform]) => server.startsWith(`${platform}:`))?.[1];
}
