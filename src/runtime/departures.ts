import type { CareDeps } from './care.ts';
import { ownId } from './keys.ts';

/** Milliseconds for which a server that removed the bot finds all as it was when it comes back. */
const KEPT = 30 * 24 * 60 * 60_000;
/** Servers that are looked at together, and rounds and sessions of one that are deleted together. */
const SERVERS = 50;
const SESSIONS = 10;

/**
 * Notes which servers have removed the bot, and forgets those that did so 30 days ago, portion by portion. Where a platform cannot tell, all stays
 * as it is.
 */
export async function* forgetDeparted({
  store,
  ports,
  clock,
  log,
  forgotten,
}: CareDeps): AsyncGenerator<void, void> {
  const isIn = (server: string) => {
    const [, port] = [...ports()].find(([platform]) => server.startsWith(`${platform}:`)) ?? [];
    return port?.isIn(ownId(server));
  };

  const forget = async function* (server: string) {
    // It may come back meanwhile.
    while (isIn(server) === false) {
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
    const servers: { server: string; gone?: number }[] = await store.departures.servers(last, SERVERS);
    yield;
    for (const { server, gone } of servers) {
      const here = isIn(server);
      if (here && gone !== undefined) await store.departures.clear(server);
      if (here !== false) continue;
      if (gone === undefined) await store.departures.note(server, clock.now());
      else if (clock.now() - gone >= KEPT) yield* forget(server);
    }
    last = servers.at(-1)?.server;
  }
}
