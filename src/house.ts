import { roundViews } from '../commands/quiz/views.ts';
import { tipViews } from '../commands/tips/views.ts';
import type { Log } from './chat/chat.ts';
import type { Ports } from './chat/port.ts';
import type { Clock } from './runtime/clock.ts';
import { openDailies } from './runtime/dailies.ts';
import type { House } from './runtime/house.ts';
import type { Shelf } from './runtime/library.ts';
import { openOutbox } from './runtime/outbox.ts';
import { openPresence } from './runtime/presence.ts';
import { openRounds } from './runtime/rounds.ts';
import { openSettings } from './runtime/settings.ts';
import { openSolos } from './runtime/solos.ts';
import { openTips } from './runtime/tips.ts';
import type { Store } from './store/types.ts';

export interface HouseDeps {
  store: Store;
  shelves(): readonly Shelf[];
  /** Those of the platforms that are connected. */
  ports(): Ports;
  clock: Clock;
  log: Log;
  randomId(): string;
}

export interface OpenHouse {
  house: House;
  /** Goes on with what the store holds, once the platforms are connected. @throws StoreError */
  open(): Promise<void>;
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
  ports,
  clock,
  log,
  randomId,
}: HouseDeps): Promise<OpenHouse> {
  const process = randomId();
  const platforms = () => [...ports().keys()];
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
    ports,
    process,
    clock,
    log,
    async settle(tables, row, outcome) {
      await rounds.settle(tables, row, outcome);
      await tips.settle(tables, row, outcome);
    },
    settled: rounds.wake,
  });
  const settings = await openSettings(store, clock, log);
  const parts: { stop(): Promise<void> }[] = [rounds, tips, outbox, settings];
  const house: House = {
    rounds,
    solos: openSolos(store, clock, randomId),
    tips,
    dailies: openDailies(store, clock),
    settings,
    store,
    async permissions(event) {
      const port = ports().get(event.platform);
      return port ? port.permissions(event) : { moderates: false, manages: false };
    },
    timeZone: async (event) => ports().get(event.platform)?.timeZone(event),
    linkTo: (event, message) => ports().get(event.platform)?.linkTo(event, message),
  };
  return {
    house,
    async open() {
      const { presence, away } = await openPresence({ store, process, platforms, clock, log });
      parts.push(presence);
      if (away > 0) await rounds.resume(away);
      rounds.wake();
      outbox.wake();
      await tips.reckon();
      tips.wake();
    },
    async rest() {
      await Promise.all(parts.map((part) => part.stop()));
    },
    close: () => store.close(),
  };
}
