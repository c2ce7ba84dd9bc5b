import { watch } from 'node:fs';
import type { Log } from '../chat/chat.ts';
import { formatFinding } from '../core/knowledge/findings.ts';
import type { Deck, Finding } from '../core/knowledge/types.ts';
import { buildIndex, type SearchIndex } from '../core/search/build.ts';
import { type Reading, readDecks } from './reader.ts';

/** A deck that is in use, with its index. */
export interface Shelf {
  deck: Deck;
  index: SearchIndex;
}

export interface Library {
  /** The decks in use, in the order of their folders. */
  shelves(): readonly Shelf[];
  /** Reads all decks again. One that now has errors stays as it was. Never rejects. */
  reload(): Promise<void>;
  /** Calls back after every reload that changed something. */
  onChange(listener: () => void): void;
  /** Stops watching. */
  close(): void;
}

export interface LibrarySettings {
  /** Folders of decks; a deck in a later folder takes the place of one with the same id in an earlier one. */
  folders: readonly string[];
  /** Commands that no deck may take. */
  reserved: readonly string[];
  /** A file that keeps what was read, so that the next start need not read it again. */
  cache?: string;
  log: Log;
}

/** Files are often written in several steps: a change is read once nothing has happened for this long, in milliseconds. */
const QUIET = 200;

const say = {
  stays: 'This deck has errors: it stays as it was before.',
  leftOut: 'This deck has errors: it is left out until they are mended.',
  empty: 'This deck has no topics: it is left out.',
  unread: (error: Error) => `The decks could not be read again and stay as they were: ${error.message}`,
  taken: 'This deck is left out: its command is taken. Set another `command` in its deck.yaml.',
};

/** Reads all decks and keeps them up to date while the files change. A deck with errors is left out, and the log says why. */
export async function openLibrary({ folders, reserved, cache, log }: LibrarySettings): Promise<Library> {
  let shelves: Shelf[] = [];
  let known = '';
  const listeners: (() => void)[] = [];

  const read = async () => {
    const reading = await readDecks({ folders, known, ...(cache && { cache }) });
    if (!reading) return;
    known = reading.fingerprint;
    const inUse = new Map(shelves.map((shelf) => [shelf.deck.id, shelf]));
    shelves = settle(reading, { inUse, reserved, log });
    log.info({ decks: shelves.map(({ deck }) => `${deck.id} (${deck.topics.length})`) }, 'Decks are read.');
    for (const listener of listeners) listener();
  };

  await read();

  let reading = Promise.resolve();
  const reload = () => {
    reading = reading.then(read).catch((error: Error) => log.error({}, say.unread(error)));
    return reading;
  };
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(reload, QUIET);
  };
  const watchers = folders.flatMap((folder) => watchFolder(folder, changed, log));

  return {
    shelves: () => shelves,
    reload,
    onChange: (listener) => listeners.push(listener),
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

interface Settling extends Pick<LibrarySettings, 'reserved' | 'log'> {
  inUse: ReadonlyMap<string, Shelf>;
}

/** Which decks are used now: what can be read, else what was in use before. */
function settle({ decks }: Reading, { inUse, reserved, log }: Settling): Shelf[] {
  const taken = new Set(reserved);
  const shelves: Shelf[] = [];
  for (const { id, path, deck, findings } of decks) {
    report(id, findings, log);
    const before = inUse.get(id);
    if (!deck) log.error({ deck: id, path }, before ? say.stays : say.leftOut);
    const shelf = deck ? { deck, index: buildIndex(deck) } : before;
    if (!shelf) continue;
    const { command } = shelf.deck;
    if (shelf.deck.topics.length === 0) log.warn({ deck: id, path }, say.empty);
    else if (taken.has(command)) log.error({ deck: id, path, command }, say.taken);
    else {
      taken.add(command);
      shelves.push(shelf);
    }
  }
  return shelves;
}

function report(id: string, findings: readonly Finding[], log: Log): void {
  for (const finding of findings)
    if (finding.level === 'error') log.error({ deck: id }, formatFinding(id, finding));
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  if (warnings > 0) log.warn({ deck: id, warnings }, '`npm run check:decks` prints the warnings.');
}

function watchFolder(folder: string, changed: () => void, log: Log) {
  try {
    const watcher = watch(folder, { recursive: true }, changed);
    watcher.on('error', (error) =>
      log.warn({ folder }, `This folder is not watched any more: ${error.message}`),
    );
    return [watcher];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ folder }, `This folder is not watched, send SIGHUP after a change: ${reason}`);
    return [];
  }
}
