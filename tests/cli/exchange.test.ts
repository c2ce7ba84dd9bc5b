import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sumsFolder } from '../crash/deck.ts';
import { cli } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (...path: string[]) => join(folder, ...path);
const sums = sumsFolder();
const run = (...args: string[]) =>
  cli(args, { env: { DATA_DIR: folder, KNOWLEDGE_DIR: [sums, at('knowledge')].join(delimiter) } });
const notes = '# Tern\n- flies from pole to pole\n- dives\n# Auk\n- breeds on granite cliffs\n';

describe('import', () => {
  test('makes topic files of notes, and says by line what is not used', async () => {
    await writeFile(at('notes.md'), notes);
    const { code, out } = await run('import', at('notes.md'), '--deck', 'Sea Birds');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      `${folder}/notes.md:3 no question: it has fewer than four words.`,
      `2 topics with 2 questions in ${at('knowledge', 'sea-birds')}. Look them over, and check them with npm run check:decks.`,
      '',
    ]);
    expect((await readdir(at('knowledge', 'sea-birds'))).sort()).toEqual(['auk.md', 'deck.yaml', 'tern.md']);
    const asked = await run('ask', '--knowledge', at('knowledge'), 'tern');
    expect(asked.out).toMatch(/^Tern\n\nflies from pole to pole\n\n- dives/);
  });

  test('writes over nothing unless it is forced to', async () => {
    await writeFile(at('notes.md'), notes);
    await run('import', at('notes.md'), '--out', at('birds'));
    await writeFile(at('birds', 'tern.md'), 'mine');
    await rm(at('birds', 'auk.md'));
    const again = await run('import', at('notes.md'), '--out', at('birds'));
    expect([again.code, again.err]).toEqual([
      1,
      `Nothing is written, for there are already: ${at('birds', 'tern.md')}. Choose another --deck, or write over them with --force.\n`,
    ]);
    expect(existsSync(at('birds', 'auk.md'))).toBe(false);
    expect(await readFile(at('birds', 'tern.md'), 'utf8')).toBe('mine');
    expect((await run('import', at('notes.md'), '--out', at('birds'), '--force')).code).toBe(0);
    expect(await readFile(at('birds', 'tern.md'), 'utf8')).toMatch(/^---\nname: Tern\n/);
  });

  test('says when nothing can be used', async () => {
    await writeFile(at('q.csv'), 'question,answer\nWhich?,A\n');
    expect(await run('import', at('q.csv'))).toEqual({
      code: 1,
      out: expect.stringMatching(
        /q\.csv:1 error: the first row names no column "a", "b"\. .*\nNothing in q\.csv could be used\.\n$/,
      ),
      err: '',
    });
    expect((await run('import', at('nowhere.md'))).err).toBe(`There is nothing at ${at('nowhere.md')}.\n`);
    expect((await run('import')).err).toMatch(/^Name one file to import: /);
  });

  test('keeps a deck within its folder, whatever it is called', async () => {
    await writeFile(at('notes.md'), notes);
    await run('import', at('notes.md'), '--deck', '../../Up & away');
    expect(await readdir(at('knowledge'))).toEqual(['up-away']);
    expect(await readFile(at('knowledge', 'up-away', 'deck.yaml'), 'utf8')).toBe('name: ../../Up & away\n');
  });
});

describe('export', () => {
  test('and import again: the same questions', async () => {
    const written = await run('export', '--csv', at('sums.csv'), '--anki', at('sums.txt'));
    expect(written.out).toMatch(/^Sums: 24 questions in .*sums\.txt\.\n.*sums\.csv\.\n$/);
    await run('import', at('sums.csv'), '--out', at('again'));
    await run('export', '--knowledge', at('again'), '--csv', at('again.csv'));
    const rows = async (path: string) => (await readFile(path, 'utf8')).split('\n').sort();
    expect(await rows(at('again.csv'))).toEqual(await rows(at('sums.csv')));
    expect((await readFile(at('sums.txt'), 'utf8')).split('\n')[0]).toBe('#separator:tab');
  });

  test('asks which of several decks is meant', async () => {
    await writeFile(at('notes.md'), notes);
    await run('import', at('notes.md'), '--deck', 'birds');
    expect((await run('export', '--csv', at('out.csv'))).err).toBe(
      'There are several decks: name one of them with --deck: sums, birds.\n',
    );
    expect((await run('export', '--csv', at('out.csv'), '--deck', 'Birds')).out).toBe(
      `birds: 2 questions in ${at('out.csv')}.\n`,
    );
    expect((await run('export', '--csv', at('out.csv'), '--deck', 'fish')).err).toMatch(
      /^There is no deck fish: /,
    );
    expect((await run('export')).err).toMatch(/^Name a file to write: /);
  });
});
