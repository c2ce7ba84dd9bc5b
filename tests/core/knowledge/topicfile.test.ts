import { describe, expect, test } from 'vitest';
import { deckOf, found, read, topicFile, topicOf } from './decks.ts';

const tern = `---
name: Arctic tern
aliases: [sea swallow, 1.10, no]
category: birds
docs: https://example.org/tern
reviewed: 2026-11-21
related: [gull]
---
A **sea bird** that flies
from pole to pole.

## Facts
- It sees two summers
  a year.
- See [its range][range] and \`sterna\`.

## Not to be confused with
- [Gull](gull.md): a tern dives, a gull does not.

## People also ask
- which bird flies farthest?

## Tips
- Forked tail: tern. · id tern-tail
- Long way: tern.

[range]: https://example.org/range
`;
const gull = '---\nname: Gull\ncategory: birds\n---\nA loud bird.\n';
const deckYaml = 'name: Birds of the sea\ncommand: birds\ncategories: { birds: Birds }\n';
const birds = { 'deck.yaml': deckYaml, 'tern.md': tern, 'gull.md': gull };

describe('a topic file', () => {
  test('gives all parts of its topic', () => {
    const topic = topicOf(deckOf(birds), 'tern');
    expect(topic).toMatchObject({
      name: 'Arctic tern',
      aliases: ['sea swallow', '1.10', 'no'],
      category: 'birds',
      docs: 'https://example.org/tern',
      reviewed: '2026-11-21',
      related: ['gull'],
      summary: 'A **sea bird** that flies from pole to pole.',
      confusions: [{ topic: 'gull', text: 'a tern dives, a gull does not.' }],
      asked: ['which bird flies farthest?'],
      sources: [{ file: 'tern.md', line: 1 }],
    });
  });

  test('keeps inline Markdown on one line and makes reference links whole', () => {
    expect(topicOf(deckOf(birds), 'tern').facts).toEqual([
      { text: 'It sees two summers a year.', source: { file: 'tern.md', line: 13 } },
      {
        text: 'See [its range](<https://example.org/range>) and `sterna`.',
        source: { file: 'tern.md', line: 15 },
      },
    ]);
  });

  test('takes a tip id from its end, or makes one from the text', () => {
    const [written, made] = topicOf(deckOf(birds), 'tern').tips;
    expect(written).toEqual({ id: 'tern-tail', text: 'Forked tail: tern.' });
    expect(made?.id).toMatch(/^tern-[a-z0-9]{7}$/);
  });

  test('reads the same with Windows line ends, a byte order mark and tabs', () => {
    const windows = `\ufeff${tern.replaceAll('\n', '\r\n').replaceAll('- It', '-\tIt')}`;
    const strip = (text: string) => JSON.stringify(topicOf(deckOf({ ...birds, 'tern.md': text }), 'tern'));
    expect(strip(windows)).toBe(strip(tern));
  });

  test('has no findings when nothing is wrong', () => expect(found(birds)).toEqual([]));

  test('stands in the order of categories, then of names', () => {
    const auk = topicFile({ front: 'name: Zebra auk\ncategory: first' });
    const order = 'categories: { first: First, birds: Birds }\n';
    const { topics } = deckOf({ ...birds, 'deck.yaml': order, 'auk.md': auk, 'loose.md': topicFile() });
    expect(topics.map(({ id }) => id)).toEqual(['auk', 'tern', 'gull', 'loose']);
  });

  test('may repeat its name as a heading', () => {
    const files = { 'tern.md': topicFile({ body: '# Amazon Tern\nA sea bird.' }) };
    expect(found(files)).toEqual([]);
    expect(topicOf(deckOf(files), 'tern').summary).toBe('A sea bird.');
  });
});

describe('findings in a topic file', () => {
  test.each([
    ['an unknown key', { front: 'name: Tern\ncolour: white' }, '3 warning the key "colour" is not known'],
    ['an unknown heading', { body: 'A bird.\n\n## Fact\n- x' }, '6 warning the heading "Fact" is not known'],
    [
      'no https link',
      { front: 'name: Tern\ndocs: http://example.org' },
      '3 warning "http://example.org" is no https address',
    ],
    [
      'a script link',
      { front: 'name: Tern\ndocs: javascript:alert(1)' },
      '3 warning "javascript:alert(1)" is no https address',
    ],
    [
      'no date',
      { front: 'name: Tern\nreviewed: 2026-02-30' },
      '3 warning the review date "2026-02-30" is no date',
    ],
    [
      'a dangling relation',
      { front: 'name: Tern\nrelated: [auk]' },
      '3 warning "auk" leads to no topic of this deck',
    ],
    [
      'a relation to itself',
      { front: 'name: Tern\nrelated: [tern]' },
      '3 warning "tern" leads to the topic itself',
    ],
    [
      'an unknown category',
      { front: 'name: Tern\ncategory: auks' },
      '3 warning the category "auks" is not in deck.yaml',
    ],
    [
      'a dangling confusion',
      { body: 'A bird.\n\n## Not to be confused with\n- [Auk](auk.md): fat.' },
      '7 warning "auk" leads to no topic of this deck',
    ],
    [
      'a confusion without link',
      { body: 'A bird.\n\n## Not to be confused with\n- Auk: fat.' },
      '7 warning this bullet does not begin with a link',
    ],
    ['no summary', { body: '## Facts\n- x' }, '1 warning the topic has no summary'],
    ['an empty bullet', { body: 'A bird.\n\n## Facts\n- x\n-' }, '8 warning a bullet is empty'],
    ['raw HTML', { body: 'A <b>bird</b>.' }, '4 warning raw HTML cannot be shown in a chat'],
    ['an image', { body: 'A bird ![a tern](tern.png).' }, '4 warning an image cannot be shown in a chat'],
    ['nested bullets', { body: 'A bird.\n\n## Facts\n- x\n  - y' }, '8 warning bullets stand under a bullet'],
    ['YAML that is broken', { front: 'name: [Tern' }, 'error the YAML cannot be read'],
    ['a name that is a list', { front: 'name: [Tern]' }, '2 error "name" must be a text'],
  ])('%s', (_, parts, expected) => {
    const all = found({ 'tern.md': topicFile(parts) });
    expect(all.map((finding) => finding.replace('tern.md:', ''))).toContainEqual(
      expect.stringContaining(expected),
    );
  });

  test('front matter that is not closed', () => {
    expect(found({ 'tern.md': '---\nname: Tern\n\nA bird.\n' })).toEqual([
      'tern.md:1 error the front matter is not closed',
    ]);
  });

  test('bytes that are not UTF-8, with their line', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(topicFile()), 0xe9, 0x0a]);
    expect(found({ 'tern.md': bytes })).toEqual(['tern.md:8 error the file is not UTF-8']);
  });

  test('an alias of two topics, whatever its case, spaces and maker', () => {
    const files = {
      'tern.md': topicFile({ front: 'name: Tern\naliases: [Sea Swallow]' }),
      'auk.md': topicFile({ front: 'name: Auk\naliases:\n  - fat bird\n  - AWS seaswallow' }),
    };
    expect(found(files)).toEqual(['tern.md:3 warning "Sea Swallow" is also a name of the topic auk']);
  });

  test('a topic id twice, in two folders', () => {
    expect(found({ 'a/tern.md': topicFile(), 'b/tern.md': topicFile() })).toEqual([
      'b/tern.md:1 error the topic id "tern" is also in a/tern.md',
    ]);
  });

  test('a file name that is no id is read as one', () => {
    const files = { 'Arctic Tern.md': topicFile() };
    expect(found(files)[0]).toContain('warning "Arctic Tern" is no allowed topic id (the file name)');
    expect(deckOf(files).topics[0]?.id).toBe('arctic-tern');
  });

  test('text that no platform can show is cut, and said to be', () => {
    const files = { 'tern.md': topicFile({ body: `A bird.\n\n## Facts\n- ${'flies and '.repeat(60)}` }) };
    expect(found(files)[0]).toMatch(
      /tern.md:7 warning the fact "flies .*" has 599 characters, and 400 can be shown/,
    );
    const [fact] = topicOf(deckOf(files), 'tern').facts;
    expect(fact?.text.length).toBeLessThanOrEqual(400);
    expect(fact?.text).toMatch(/…$/);
  });

  test('all come at once, by file and line', () => {
    const broken = topicFile({ front: 'name: Tern\ncolour: white\ndocs: here', body: '## Fact\n- x' });
    expect(
      read({ 'b.md': broken, 'a.md': broken }).findings.map(({ file, line }) => `${file}:${line}`),
    ).toEqual(['a.md:1', 'a.md:3', 'a.md:4', 'a.md:6', 'b.md:1', 'b.md:2', 'b.md:3', 'b.md:4', 'b.md:6']);
  });
});

describe('a strict deck', () => {
  test('makes errors of warnings and asks for docs, review date and facts', () => {
    const files = { 'deck.yaml': 'strict: true', 'tern.md': topicFile({ body: 'A bird.' }) };
    expect(found(files)).toEqual([
      'tern.md:1 error the topic "Amazon Tern" lacks a docs link',
      'tern.md:1 error the topic "Amazon Tern" lacks a review date',
      'tern.md:1 error the topic "Amazon Tern" lacks any fact',
    ]);
    expect(read(files).deck).toBeUndefined();
  });
});
