import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsFor } from '../../commands/index.ts';
import type { Log } from '../../src/chat/chat.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event, Input } from '../../src/chat/event.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Permissions } from '../../src/chat/permissions.ts';
import type { Form } from '../../src/chat/reply.ts';
import type { Deck } from '../../src/core/knowledge/types.ts';
import { buildIndex } from '../../src/core/search/build.ts';
import { openHouse } from '../../src/house.ts';
import { openDesk } from '../../src/runtime/desk.ts';
import type { Store } from '../../src/store/types.ts';
import { type TestPlatform, testPlatform, textOf } from './channel.ts';
import { type TestClock, testClock } from './clock.ts';
import { nextId } from './ids.ts';
import { testStore } from './store.ts';

export interface HallOptions {
  decks: readonly Deck[];
  clock?: TestClock;
  platform?: TestPlatform;
  /** Where the store's file is; a new folder if left out. */
  dataDir?: string;
  store?: Store;
}

/** What a member gets back. */
export interface Seen {
  text: string;
  message: Message;
  by: 'everyone' | 'the asker' | 'form';
  replaces: boolean;
  /** Where one opens. */
  form?: Form;
  /** The id of a button or choice by its label. */
  action(label: string): string;
}

export type Hall = Awaited<ReturnType<typeof openHall>>;

/** The whole house without a platform's SDK: a real store, a clock that the test moves, and a channel in which things are posted. */
export async function openHall({ decks, clock = testClock(), ...options }: HallOptions) {
  const { platform = testPlatform(clock.now), dataDir = mkdtempSync(join(tmpdir(), 'hall-')) } = options;
  const store = options.store ?? (await testStore(clock.now, dataDir));
  const logged: string[] = [];
  const note = (fields: object, sentence: string) => logged.push(`${sentence} ${JSON.stringify(fields)}`);
  const log: Log = { info: () => {}, warn: note, error: note };
  const shelves = decks.map((deck) => ({ deck, index: buildIndex(deck) }));
  const { house, connected, rest, close } = await openHouse({
    store,
    shelves: () => shelves,
    states: () => new Map(),
    clock,
    log,
    randomId: nextId,
  });
  const commands = commandsFor(shelves, house);
  const desk = openDesk({ commands: () => commands, onChange: () => {}, log, elapsed: clock.now });
  await connected('discord', platform.port);

  const does = async (who: Who, input: Input, at = clock.now()): Promise<Seen> => {
    const event: Event = {
      id: nextId(),
      platform: 'discord',
      manner: 'open',
      actor: { id: who.name.toLowerCase(), name: who.name },
      place: { id: who.direct ? `dm-${who.name}` : who.place, direct: who.direct },
      ...(who.direct ? {} : { server: 'hall' }),
      at,
      permissions: who.permissions,
      input,
    };
    const reply = desk.handle(event);
    if (reply.kind === 'form')
      return { ...seen([], 'form', false), text: reply.form.title, form: reply.form };
    const message = await Promise.resolve(reply.message).catch((error: unknown): Message => {
      if (!(error instanceof UserError)) throw error;
      return [{ kind: 'text', text: [{ kind: 'text', text: error.message }] }];
    });
    return seen(message, reply.visibility === 'public' ? 'everyone' : 'the asker', reply.replace === true);
  };

  return {
    clock,
    store,
    house,
    platform,
    logged,
    dataDir,
    async stop() {
      await rest();
      await close();
    },
    /** A member of the group in the channel `study`. */
    member(name: string, { place = 'study', direct = false, permissions = plain }: Partial<Who> = {}) {
      const who = { name, place, direct, permissions };
      return {
        types(line: string) {
          const [command = '', ...rest] = line.slice(1).split(' ');
          return does(who, { kind: 'line', command, text: rest.join(' ') });
        },
        clicks: (on: { message: Message }, label: string, at?: number) =>
          does(who, { kind: 'action', action: actionOf(on.message, label), values: [] }, at),
        clicksId: (action: string, values: readonly string[] = [], at?: number) =>
          does(who, { kind: 'action', action, values }, at),
        /** Picks by letters: `B`, `AC`. */
        picks: (on: { message: Message }, letters: string, at?: number) => {
          const choice = choiceOf(on.message);
          const values = [...letters].map((letter) => choice.options[letter.charCodeAt(0) - 65]?.value ?? '');
          return does(who, { kind: 'action', action: choice.action, values }, at);
        },
      };
    },
    /** Waits, letting time pass, until something is so. */
    async until<T>(what: () => T | undefined | false, most = 120_000): Promise<T> {
      for (let passed = 0; passed <= most; passed += 100) {
        for (let turn = 0; turn < 20; turn += 1) {
          const found = what();
          if (found) return found;
          await new Promise(setImmediate);
        }
        clock.pass(100);
      }
      throw new Error(
        `It never came to that. Posted:\n${platform.messages.map(({ text }) => text).join('\n--\n')}\n${logged.join('\n')}`,
      );
    },
    /** Does something again until this is seen. */
    async sooner(act: () => Promise<Seen>, pattern: RegExp): Promise<Seen> {
      for (let tries = 0; tries < 200; tries += 1) {
        const seen = await act();
        if (pattern.test(seen.text)) return seen;
        clock.pass(10);
        for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
      }
      throw new Error(`It never said ${pattern}: ${(await act()).text}`);
    },
    /** The newest message of the channel, once it says this. */
    sees(pattern: RegExp, most?: number) {
      return this.until(() => {
        const last = platform.messages.at(-1);
        return last && pattern.test(last.text) ? last : undefined;
      }, most);
    },
  };
}

interface Who {
  name: string;
  place: string;
  direct: boolean;
  permissions: Permissions;
}

const plain: Permissions = { moderates: false, manages: false };

function seen(message: Message, by: Seen['by'], replaces: boolean): Seen {
  return {
    text: textOf(message),
    message,
    by,
    replaces,
    action: (label) => actionOf(message, label),
  };
}

function actionOf(message: Message, label: string): string {
  const buttons = message.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  const found = buttons.find((button) => button.label === label);
  if (!found || !('action' in found)) throw new Error(`no button "${label}" in ${textOf(message)}`);
  return found.action;
}

/** What there is to pick from in a message. */
export function choiceOf(message: Message) {
  const found = message.find((part) => part.kind === 'choice');
  if (!found) throw new Error(`nothing to pick in ${textOf(message)}`);
  return found;
}
