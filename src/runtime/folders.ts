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
 * exist holds none.
 *
 * @throws Error with a sentence for the host where something cannot be read
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
    if ((await stat(inside)).isDirectory()) decks.push(await readDeckFolder(inside));
    else if (isNotes(name)) decks.push(await readDeckFile(inside));
  }
  return decks.filter(({ files }) => files.length > 0);
}

/** Reads one deck from where somebody points: its folder, a folder of decks, or a single file. */
export async function readAnyDecks(path: string): Promise<DeckFolder[]> {
  if (!(await stat(path)).isDirectory()) return [await readDeckFile(path)];
  const itself = await readDeckFolder(path);
  return itself.files.length > 0 ? [itself] : readFolderOfDecks(path);
}

async function readDeckFolder(path: string): Promise<DeckFolder> {
  const names = (await readdir(path)).filter((name) => isNotes(name) || name === 'deck.yaml').sort();
  const files = await Promise.all(
    names.map(async (name) => ({ path: name, bytes: await readFile(join(path, name)) })),
  );
  return { id: basename(path), path, files };
}

async function readDeckFile(path: string): Promise<DeckFolder> {
  const name = basename(path);
  return { id: name.replace(markdown, ''), path, files: [{ path: name, bytes: await readFile(path) }] };
}

/** A README explains a folder to its readers; it is no part of the deck. */
function isNotes(name: string): boolean {
  return markdown.test(name) && !/^(\.|readme\.)/i.test(name);
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const sentence = `The decks cannot be read: ${error.message}. Give the program's user the right to, or set DATA_DIR or KNOWLEDGE_DIR to another folder.`;
  return new Error(sentence, { cause: error });
}

function missingIsEmpty(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
