import { roundViews } from '../commands/quiz/views.ts';
import { tipViews } from '../commands/tips/views.ts';
import type { Log } from './chat/chat.ts';
import type { PlatformName } from './chat/event.ts';
import type { Port } from './chat/port.ts';
import { openCare } from './runtime/care.ts';
import type { Clock } from './runtime/clock.ts';
import type { ConnectionState } from './runtime/connections.ts';
import { openDailies } from './runtime/dailies.ts';
import { noteDepartures } from './runtime/departures.ts';
import type { House } from './runtime/house.ts';
import type { Shelf } from './runtime/library.ts';
import { takeIds } from './runtime/once.ts';
import { type OutboxDeps, openOutbox } from './runtime/outbox.ts';
import { openPresence, type Presence } from './runtime/presence.ts';
import { openRounds } from './runtime/rounds.ts';
import { openSettings } from './runtime/settings.ts';
import { openSolos } from './runtime/solos.ts';
import { openTips } from './runtime/tips.ts';
import type { Store } from './store/types.ts';

export interface HouseDeps {
  store: Store;
  shelves(): readonly Shelf[];
  /** Of the platforms that are configured. */
  states(): ReadonlyMap<PlatformName, ConnectionState>;
  clock: Clock;
  log: Log;
  randomId(): string;
  /** Told of every try to send something. */
  sent?: OutboxDeps['sent'];
}

export interface OpenHouse {
  house: House;
  /** Among the processes on the store: platforms are joined before they are started. */
  presence: Pick<Presence, 'join' | 'leave' | 'share'>;
  /** True for the first who takes the id of an event, of all processes. */
  take(id: string): Promise<boolean>;
  /** A platform has told that a server removed the bot. */
  departed(server: string): void;
  /** A platform is connected: what the store holds for it goes on. @throws StoreError */
  connected(platform: PlatformName, port: Port): Promise<void>;
  /** It is not, or not any more. */
  disconnected(platform: PlatformName): void;
  /** Does nothing by itself any more, once what is under way is done; events are still answered. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Puts together what lasts: rounds, outbox, settings, on one store.
 *
 * @throws StoreError
 */
export async function openHouse({
  store,
  shelves,
  states,
  clock,
  log,
  randomId,
  sent,
}: HouseDeps): Promise<OpenHouse> {
  const process = randomId();
  /** Of the platforms that are connected. */
  const ports = new Map<PlatformName, Port>();
  /** Those that are connected and whose rounds are still told of it. */
  const joining = new Set<PlatformName>();
  const platforms = () => [...ports.keys()];
  const presence = await openPresence({ store, process, platforms, clock, log });
  const rounds = openRounds({
    store,
    views: roundViews,
    platforms,
    clock,
    log,
    randomId,
    toSend: () => outbox.wake(),
  });
  const tips = openTips({
    store,
    shelves,
    views: tipViews,
    platforms,
    clock,
    log,
    randomId,
    toSend: () => outbox.wake(),
  });
  const outbox = openOutbox({
    store,
    ports: () => new Map([...ports].filter(([platform]) => presence.isNoticed(platform))),
    share: presence.share,
    process,
    clock,
    log,
    async settle(tables, row, outcome) {
      await rounds.settle(tables, row, outcome);
      await tips.settle(tables, row, outcome);
    },
    settled: rounds.wake,
    ...(sent && { sent }),
  });
  const settings = await openSettings(store, clock, log);
  const care = openCare({ store, ports: () => ports, states, clock, log, forgotten: settings.forget });
  const departures = noteDepartures(store, clock, log);
  const parts: { stop(): Promise<void> }[] = [rounds, tips, outbox, settings, care, departures];
  const house: House = {
    rounds,
    solos: openSolos(store, clock, randomId),
    tips,
    dailies: openDailies(store, clock),
    settings,
    store,
    async permissions(event) {
      const port = ports.get(event.platform);
      return port ? port.permissions(event) : { moderates: false, manages: false };
    },
    timeZone: async (event) => ports.get(event.platform)?.timeZone(event),
    linkTo: (event, message) => ports.get(event.platform)?.linkTo(event, message),
  };
  return {
    house,
    presence,
    take: takeIds(store, clock),
    departed: departures.note,
    async connected(platform, port) {
      joining.add(platform);
      const away = presence.away();
      try {
        if (away > 0) await rounds.resume(platform, away);
      } finally {
        if (joining.delete(platform)) {
          ports.set(platform, port);
          for (const part of [rounds, outbox, tips]) part.wake();
        }
      }
      await tips.reckon(platform);
    },
    disconnected(platform) {
      joining.delete(platform);
      ports.delete(platform);
      presence.leave(platform);
    },
    async rest() {
      await Promise.all(parts.map((part) => part.stop()));
    },
    async close() {
      await presence.stop();
      await store.close();
    },
  };
}
