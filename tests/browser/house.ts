import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { commandsFor } from '../../commands/index.ts';
import { reservedCommands } from '../../commands/reserved.ts';
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { playground } from '../../src/adapters/playground/adapter.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render.ts';
import type { Log } from '../../src/chat/chat.ts';
import type { Command } from '../../src/chat/command.ts';
import type { Port } from '../../src/chat/port.ts';
import { closedHouse } from '../../src/cli/house.ts';
import { openHouse as openLasting } from '../../src/house.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { openDesk } from '../../src/runtime/desk.ts';
import { openLibrary } from '../../src/runtime/library.ts';
import { serveWeb } from '../../src/web.ts';
import { nextId } from '../hall/ids.ts';
import { testStore } from '../hall/store.ts';
import { poll } from './poll.ts';

const silent: Log = { info() {}, warn() {}, error() {} };

export interface House {
  /** Where the playground answers. */
  address: string;
  /** Posts in the playground by itself. */
  port: Port;
  close(): Promise<void>;
}

/** The real decks and commands without a store, and one command more. */
export async function openHouse(onPort?: number): Promise<House> {
  const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));
  const library = await openLibrary({ folders: [knowledge], reserved: reservedCommands, log: silent });
  const house = await openHall(() => [...commandsFor(library.shelves(), closedHouse), poll], onPort);
  return {
    ...house,
    async close() {
      library.close();
      await house.close();
    },
  };
}

/** The real decks, commands and rounds, with a store of its own. */
export async function openPlayedHouse(clock: Clock): Promise<House> {
  const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));
  const library = await openLibrary({ folders: [knowledge], reserved: reservedCommands, log: silent });
  const store = await testStore(clock.now);
  const lasting = await openLasting({
    store,
    shelves: library.shelves,
    states: () => new Map(),
    clock,
    log: silent,
    randomId: nextId,
  });
  const commands = commandsFor(library.shelves(), lasting.house);
  const hall = await openHall(() => commands, 0, clock.now);
  await lasting.connected('playground', hall.port);
  return {
    ...hall,
    async close() {
      await lasting.rest();
      library.close();
      await hall.close();
      await lasting.close();
    },
  };
}

/** A playground with these commands, behind a real web server on a free port. */
export async function openHall(
  commands = (): readonly Command[] => [poll],
  onPort = 0,
  now = () => Date.now(),
): Promise<House> {
  const chat = openDesk({ commands, onChange() {}, log: silent, elapsed: () => performance.now() });
  const web = new Hono();
  const { port, stop } = playground(web, {
    chat,
    previews: { discord: renderForDiscord, slack: renderForSlack },
    now,
    randomId: nextId,
  });
  const server = await serveWeb(web, '127.0.0.1', onPort);
  return {
    address: server.address,
    port,
    async close() {
      await stop();
      await server.close();
    },
  };
}
