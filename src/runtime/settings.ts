import type { Log } from '../chat/chat.ts';
import type { ServerSettings, Store } from '../store/types.ts';
import type { Clock } from './clock.ts';
import { openLoop } from './loop.ts';

export type { ServerSettings } from '../store/types.ts';

/** What servers have settled for themselves, at hand without waiting: whether a reply is private is known before anything is loaded. */
export interface Settings {
  of(server: string | undefined): ServerSettings;
  /** @throws StoreError */
  change(server: string, settings: ServerSettings): Promise<void>;
  /** Nothing is kept of a server any more. */
  forget(server: string): void;
  stop(): Promise<void>;
}

/** What holds where nothing was settled. */
export const usual: ServerSettings = { starters: 'everyone', hiddenDecks: [] };

/** Milliseconds between looks for what other processes have changed. */
const LOOK = 1000;
/** A change may be committed a little later than it says, in milliseconds. */
const OVERLAP = 10_000;

/**
 * Reads all settings once, and then what has changed.
 *
 * @throws StoreError
 */
export async function openSettings(store: Store, clock: Clock, log: Log): Promise<Settings> {
  const known = new Map<string, ServerSettings>();
  let latest = 0;
  const refresh = async (): Promise<number> => {
    for (const { server, settings, at } of await store.servers.changedSince(latest - OVERLAP)) {
      known.set(server, settings);
      latest = Math.max(latest, at);
    }
    return clock.now() + LOOK;
  };
  await refresh();
  const loop = openLoop(clock, refresh, (error) => log.warn({ err: error }, 'Settings could not be read.'));
  loop.wake();
  return {
    of: (server) => (server === undefined ? usual : (known.get(server) ?? usual)),
    async change(server, settings) {
      await store.servers.put(server, settings, clock.now());
      known.set(server, settings);
    },
    forget: (server) => void known.delete(server),
    stop: loop.stop,
  };
}
