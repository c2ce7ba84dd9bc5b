import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Library, openLibrary } from '../../src/runtime/library.ts';

let folder: string;
let own: string;
let open: Library[];
let lines: string[];

const log = {
  info: () => {},
  warn: (_: object, sentence: string) => lines.push(sentence),
  error: (_: object, sentence: string) => lines.push(sentence),
};

beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'library-'));
  folder = join(root, 'knowledge');
  own = join(root, 'own');
  await mkdir(folder);
  await mkdir(own);
  open = [];
  lines = [];
});

afterEach(async () => {
  for (const library of open) library.close();
  await rm(join(folder, '..'), { recursive: true });
});

async function library(reserved: string[] = []): Promise<Library> {
  const opened = await openLibrary({ folders: [folder, own], reserved, log });
  open.push(opened);
  return opened;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}

const notes = (name: string) =>
  `# Cells\n\n## ${name}\n- makes energy for the cell\n\n## Ribosome\n- makes proteins\n`;
const topic = (extra = '') =>
  `---\nname: Mitochondrion\n${extra}---\nThe power plant of a cell.\n\n## Facts\n- It makes ATP.\n`;
const topics = ({ shelves }: Library) =>
  shelves().map(({ deck }) => `${deck.id}: ${deck.topics.map(({ name }) => name).join(', ')}`);

describe('the library', () => {
  test('finds a deck in each subfolder and each Markdown file, in all folders', async () => {
    await write(join(folder, 'biology/mitochondrion.md'), topic());
    await write(join(folder, 'empty/picture.png'), '');
    await write(join(folder, 'README.md'), '# About these decks');
    await write(join(own, 'cells.md'), notes('Nucleus'));
    expect(topics(await library())).toEqual(['biology: Mitochondrion', 'cells: Nucleus, Ribosome']);
  });

  test('a group’s own deck takes the place of a shipped one with the same name', async () => {
    await write(join(folder, 'cells.md'), notes('Nucleus'));
    await write(join(own, 'cells.md'), notes('Membrane'));
    expect(topics(await library())).toEqual(['cells: Membrane, Ribosome']);
  });

  test('a deck with errors is left out, loudly, while the others start', async () => {
    await write(join(folder, 'good.md'), notes('Nucleus'));
    await write(join(folder, 'bad/mitochondrion.md'), '---\nname: [\n---\n');
    expect(topics(await library())).toEqual(['good: Nucleus, Ribosome']);
    expect(lines.join('\n')).toMatch(/bad\/mitochondrion\.md:\d+ error: /);
    expect(lines).toContain('This deck has errors: it is left out until they are mended.');
  });

  test('so is one with a file that cannot be read', async () => {
    await write(join(folder, 'good.md'), notes('Nucleus'));
    await write(join(folder, 'bad/nucleus.md'), topic());
    await symlink('nowhere', join(folder, 'bad/mitochondrion.md'));
    await symlink('nowhere', join(own, 'alone.md'));
    expect(topics(await library())).toEqual(['good: Nucleus, Ribosome']);
    expect(lines.join('\n')).toMatch(/bad\/mitochondrion\.md:1 error: the file cannot be read: ENOENT/);
    expect(lines.join('\n')).toMatch(/alone\.md:1 error: the file cannot be read: ENOENT/);
  });

  test('a deck without topics is left out', async () => {
    await write(join(folder, 'cells.md'), '\n');
    expect(topics(await library())).toEqual([]);
    expect(lines).toContain('This deck has no topics: it is left out.');
  });

  test('a deck may not take a command that is taken', async () => {
    await write(join(folder, 'quiz.md'), notes('Nucleus'));
    await write(join(folder, 'cells.md'), notes('Nucleus'));
    expect(topics(await library(['quiz']))).toEqual(['cells: Nucleus, Ribosome']);
    expect(lines).toContain(
      'This deck is left out: its command is taken. Set another `command` in its deck.yaml.',
    );
  });
});

describe('what was read is kept', () => {
  const opened = async () => {
    const one = await openLibrary({
      folders: [folder],
      reserved: [],
      cache: join(own, 'cache/decks.json'),
      log,
    });
    open.push(one);
    return topics(one);
  };

  test('and taken from there while nothing has changed', async () => {
    await write(join(folder, 'cells.md'), notes('Nucleus'));
    await opened();
    const kept = await readFile(join(own, 'cache/decks.json'), 'utf8');
    await writeFile(join(own, 'cache/decks.json'), kept.replaceAll('Nucleus', 'From the file'));
    expect(await opened()).toEqual(['cells: From the file, Ribosome']);
    await write(join(folder, 'cells.md'), notes('Membrane'));
    expect(await opened()).toEqual(['cells: Membrane, Ribosome']);
  });

  test('and read anew where it is damaged', async () => {
    await write(join(folder, 'cells.md'), notes('Nucleus'));
    await write(join(own, 'cache/decks.json'), '{"fingerprint": ');
    expect(await opened()).toEqual(['cells: Nucleus, Ribosome']);
    await rm(join(own, 'cache'), { recursive: true });
    await write(join(own, 'cache'), 'in the way');
    expect(await opened()).toEqual(['cells: Nucleus, Ribosome']);
  });
});

describe('when files change', () => {
  test('the decks follow by themselves', async () => {
    await write(join(folder, 'cells.md'), notes('Nucleus'));
    const opened = await library();
    const changed = new Promise<void>((resolve) => opened.onChange(resolve));
    await write(join(folder, 'cells.md'), notes('Membrane'));
    await changed;
    expect(topics(opened)).toEqual(['cells: Membrane, Ribosome']);
  });

  test('a reload adds and removes decks, and does nothing when nothing changed', async () => {
    await write(join(folder, 'cells.md'), notes('Nucleus'));
    const opened = await library();
    let changes = 0;
    opened.onChange(() => changes++);
    await opened.reload();
    expect(changes).toBe(0);
    await write(join(own, 'organs.md'), notes('Heart'));
    await rm(join(folder, 'cells.md'));
    await opened.reload();
    expect(topics(opened)).toEqual(['organs: Heart, Ribosome']);
    expect(changes).toBe(1);
  });

  test('a deck that got an error stays as it was until it is mended', async () => {
    const path = join(folder, 'biology/mitochondrion.md');
    await write(path, topic());
    const opened = await library();
    await write(path, '---\nname: [\n---\n');
    await opened.reload();
    expect(topics(opened)).toEqual(['biology: Mitochondrion']);
    expect(lines).toContain('This deck has errors: it stays as it was before.');
    await write(path, topic('aliases: [power plant]\n'));
    await opened.reload();
    expect(opened.shelves()[0]?.deck.topics[0]?.aliases).toEqual(['power plant']);
  });
});
