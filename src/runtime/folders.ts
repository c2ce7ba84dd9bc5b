import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DeckFile } from '../core/knowledge/types.ts';

/** A deck's files as they lie on disk. */
export interface DeckFolder {
  /** The folder's name, or the file's without `.md`. */
  id: string;
  /** Where it lies, for the log. */
  path: string;
  files: DeckFile[];
}

const markdown = /\.(md|markdown)$/i;

/**
 * Finds the decks in a folder of decks: each subfolder that holds Markdown, and each `.md` file on its own. A folder that does not
 * exist holds none. What cannot be read is in its deck all the same, with the reason: it is that deck's error alone.
 *
 * @throws Error with a sentence for the host where the folder itself cannot be read
 */
export async function readFolderOfDecks(path: string): Promise<DeckFolder[]> {
  try {
    return await decksIn(path);
  } catch (error) {
    throw explain(error);
  }
}

async function decksIn(path: string): Promise<DeckFolder[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(missingIsEmpty);
  const decks: DeckFolder[] = [];
  for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name.startsWith('.')) continue;
    const inside = join(path, name);
    if (await isFolder(inside)) decks.push(await readDeckFolder(inside));
    else if (isNotes(name)) decks.push(await readSingleFile(inside));
  }
  return decks.filter(({ files }) => files.length > 0);
}

/**
 * Reads one deck from where somebody points: its folder, a folder of decks, or a single file. A folder with notes of its own is a deck, unless there
 * are decks in it besides.
 */
export async function readAnyDecks(path: string): Promise<DeckFolder[]> {
  if (!(await stat(path)).isDirectory()) return [await readSingleFile(path)];
  const itself = await readDeckFolder(path);
  if (itself.files.some(({ path }) => path === 'deck.yaml')) return [itself];
  const decks = await readFolderOfDecks(path);
  return itself.files.length > 0 && decks.length === itself.files.length ? [itself] : decks;
}

async function readDeckFolder(path: string): Promise<DeckFolder> {
  const files = await filesIn(path).catch((error) => [unreadable('deck.yaml', error)]);
  return { id: basename(path), path, files };
}

async function filesIn(path: string): Promise<DeckFile[]> {
  const names = (await readdir(path)).filter((name) => isNotes(name) || name === 'deck.yaml').sort();
  return Promise.all(names.map((name) => readDeckFile(join(path, name))));
}

async function readSingleFile(path: string): Promise<DeckFolder> {
  return { id: basename(path).replace(markdown, ''), path, files: [await readDeckFile(path)] };
}

async function readDeckFile(path: string): Promise<DeckFile> {
  const name = basename(path);
  return readFile(path).then(
    (bytes) => ({ path: name, bytes }),
    (error) => unreadable(name, error),
  );
}

function unreadable(name: string, error: unknown): DeckFile {
  if (!isOfTheSystem(error)) throw error;
  return { path: name, bytes: new Uint8Array(), unreadable: error.message };
}

/** A link that leads nowhere is none. */
async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(missingIsEmpty);
  return 'isDirectory' in found && found.isDirectory();
}

/** A README explains a folder to its readers; it is no part of the deck. */
function isNotes(name: string): boolean {
  return markdown.test(name) && !/^(\.|readme\.)/i.test(name);
}

function explain(error: unknown): unknown {
  if (!isOfTheSystem(error)) return error;
  const sentence = `The decks cannot be read: ${error.message}. Give the program's user the right to, or set DATA_DIR or KNOWLEDGE_DIR to another folder.`;
  return new Error(sentence, { cause: error });
}

function isOfTheSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function missingIsEmpty(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
