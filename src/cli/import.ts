import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { filesOf } from '../core/knowledge/exchange/files.ts';
import { deckIdOf, type Imported, importFile } from '../core/knowledge/exchange/import.ts';
import { formatFinding } from '../core/knowledge/findings.ts';
import { count } from './figures.ts';

/**
 * `import FILE [--deck NAME] [--out DIR] [--force]`: writes somebody's notes, table of questions or flash cards as topic files, and says by
 * line what it could not use. The deck is named after the file, and lies in `DATA_DIR/knowledge`, unless something else is said; 1 when
 * nothing could be used.
 *
 * @throws Error when there is no such file, or one of those to write is there already
 */
export async function importDeck(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      deck: { type: 'string' },
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const [path, second] = positionals;
  if (path === undefined || second !== undefined)
    throw new Error('Name one file to import: npm run import -- notes.md --deck NAME');
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}.`);
  const file = basename(path);
  const name = values.deck ?? file.replace(/\.\w+$/, '');
  const imported = importFile({ path: file, bytes: await readFile(path) }, name);
  for (const line of reportLines(imported, dirname(path))) console.log(line);
  if (imported.topics.length === 0) {
    console.log(`Nothing in ${file} could be used.`);
    return 1;
  }
  const folder = values.out ?? join(readConfig(process.env, false).dataDir, 'knowledge', deckIdOf(name));
  await write(folder, filesOf(imported, name), values.force);
  console.log(summaryOf(imported, folder));
  return 0;
}

function reportLines({ findings, leftOut }: Imported, folder: string): string[] {
  return [
    ...findings.map((finding) => formatFinding(folder, finding)),
    ...leftOut.map(({ file, line, reason }) => `${folder}/${file}:${line} no question: it ${reason}.`),
  ];
}

async function write(folder: string, files: ReturnType<typeof filesOf>, force: boolean): Promise<void> {
  const there = files.map(({ path }) => join(folder, path)).filter((path) => existsSync(path));
  if (there.length > 0 && !force)
    throw new Error(
      `Nothing is written, for there are already: ${there.join(', ')}. Choose another --deck, or write over them with --force.`,
    );
  await mkdir(folder, { recursive: true });
  for (const { path, text } of files) await writeFile(join(folder, path), text);
}

function summaryOf({ topics, findings }: Imported, folder: string): string {
  const questions = topics.reduce((sum, topic) => sum + topic.questions.length, 0);
  const left = findings.filter(({ level }) => level === 'error').length;
  const lost = left > 0 ? ` ${count(left, 'line')} could not be used.` : '';
  return `${count(topics.length, 'topic')} with ${count(questions, 'question')} in ${folder}.${lost} Look them over, and check them with npm run check:decks.`;
}
