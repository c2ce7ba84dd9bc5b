import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId } from '../../../../src/core/knowledge/ids.ts';
import { LENGTHS, MAX_ITEM_ID } from '../../../../src/core/knowledge/limits.ts';
import type { Question } from '../../../../src/core/knowledge/types.ts';
import { deckOf, found, read, topicFile, topicOf } from '../decks.ts';

const cells = `# Cell biology
- Nucleus
  - contains most of the DNA
  - surrounded by a double membrane with pores
- Mitochondria
  - powerhouse of the body, makes ATP
  - inherited from the mother only.
- Ribosomes
  - It translates mRNA into chains
  - two subunits, 60S and 40S in yeast
- Lysosomes
  - integrates with
    - the outer membrane by fusion
`;

const made = (files: Record<string, string>): Question[] =>
  deckOf(files).topics.flatMap(({ questions }) => questions);
const stems = (files: Record<string, string>) => made(files).map(({ stem }) => stem);

/** Why the fact makes no question among four topics that say nothing like it; undefined if it makes one. */
function reason(fact: string): string | undefined {
  const notes = `# Birds\n- Tern\n${fact.replaceAll(/^/gm, '  ')}\n- Auk\n  - a\n- Gull\n  - b\n- Skua\n  - c\n`;
  const { deck, notes: report } = read({ 'a.md': notes });
  const count = deck?.topics.reduce((sum, { questions }) => sum + questions.length, 0);
  const left = report?.leftOut.find(({ line }) => line > 2 && line < 3 + fact.split('\n').length);
  expect(count).toBe(left ? 0 : 1);
  return left?.reason;
}

describe('questions of notes', () => {
  test('ask which topic a fact is about, in the wording that fits it', () => {
    expect(stems({ 'cells.md': cells })).toEqual([
      'Which of these integrates with the outer membrane by fusion, according to the notes?',
      'Which of these is this about: “powerhouse of the body, makes ATP”?',
      'Which of these is this about: “inherited from the mother only”?',
      'Which of these contains most of the DNA, according to the notes?',
      'Which of these is this about: “surrounded by a double membrane with pores”?',
      'Which of these translates mRNA into chains, according to the notes?',
      'Which of these is this about: “two subunits, 60S and 40S in yeast”?',
    ]);
  });

  test('have four topics of one category to choose from, and say whence they are', () => {
    const [one] = topicOf(deckOf({ 'cells.md': cells }), 'mitochondria').questions;
    expect(one).toEqual({
      id: expect.stringMatching(/^mitochondria-[a-z0-9]{7}$/),
      stem: 'Which of these is this about: “powerhouse of the body, makes ATP”?',
      choices: [
        { text: 'Lysosomes', right: false },
        { text: 'Mitochondria', right: true },
        { text: 'Nucleus', right: false },
        { text: 'Ribosomes', right: false },
      ],
      explanation: 'Mitochondria: powerhouse of the body, makes ATP.',
      level: 1,
      ordered: false,
      source: { file: 'cells.md', line: 6 },
      fromNotes: true,
    });
  });

  test('are true or false among less than four topics, of the topic itself or of a sibling', () => {
    const file = (of: (index: number) => string) =>
      `## Tern\n${Array.from({ length: 20 }, (_, index) => `- ${of(index)}`).join('\n')}\n## Auk\n- swims\n`;
    const all = made({ 'birds.md': file((index) => `was seen near island ${index}00 by ship ${index}77`) });
    expect(all).toHaveLength(20);
    for (const { stem, choices, ordered, explanation } of all) {
      expect(choices.map(({ text }) => text)).toEqual(['True', 'False']);
      expect(ordered).toBe(true);
      expect(stem).toMatch(/^True or false: the notes say this of (Tern|Auk): “was seen near .*”\.$/);
      expect(choices[0]?.right).toBe(stem.includes('of Tern:'));
      expect(explanation).toMatch(/^Tern: was seen near .*\.$/);
    }
    const truths = all.filter(({ choices }) => choices[0]?.right);
    expect(truths.length).toBeGreaterThan(3);
    expect(truths.length).toBeLessThan(17);
  });

  test('need a sibling: a topic of the same category, else of the same file, else one that is alone in its file too', () => {
    const fact = (name: string, what: string) => `# ${name}\n- breeds on ${what} cliffs in summer\n`;
    expect(made({ 'a.md': fact('Tern', 'granite') })).toEqual([]);
    expect(read({ 'a.md': fact('Tern', 'granite') }).notes?.leftOut).toEqual([
      { file: 'a.md', line: 2, reason: 'is on a topic that has no other beside it' },
    ]);
    expect(made({ 'a.md': fact('Tern', 'granite'), 'b.md': fact('Auk', 'basalt') })).toHaveLength(2);
    const law = `${fact('Offer', 'paper')}${fact('Duress', 'fear')}`;
    expect(made({ 'a.md': fact('Tern', 'granite'), 'law.md': law })).toHaveLength(2);
  });

  test('come in the order of numbers where the topics are numbers', () => {
    const years = [1789, 1848, 1917, 476].map((year) => `## ${year}\n- x\n`).join('');
    const [one] = made({ 'a.md': `${years}## 1914\n- Archduke Ferdinand shot in Sarajevo\n` });
    expect(one?.ordered).toBe(true);
    const numbers = one?.choices.map(({ text }) => Number(text)) ?? [];
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});

describe('a fact makes no question if it', () => {
  test.each([
    ['has fewer than four words', '- dives for fish'],
    ['holds a link', '- see [the atlas](https://example.org) of migrating seabirds'],
    ['is little more than code', '- run `tern --dive --deep --fast` now'],
    ['is a question', '- why do polar migrants prefer summer?'],
    ['breaks off', '- polar migrants prefer summer because of'],
    ['breaks off', '- polar migrants prefer summer (and winter'],
    ['breaks off', '- polar migrants prefer these things ...'],
    ['is a reminder, not a fact', '- TODO ask the lecturer about polar migrants'],
    ['leans on what stands before it', '- this explains polar migration in summer'],
    ['leans on what stands before it', '- because of them, polar migrants suffer'],
    ['is only an item of a list', '- eggs seen in summer\n  - Iceland'],
    ['only lists things', '- herring, sand eels, shrimps, krill'],
    ['says too little by itself', '- can be used for many things'],
    ['names "Skua"', '- polar migrants flee from skuas in summer'],
    ['names "Tern"', '- the polar tern migrates in summer'],
    ["holds a word of its topic's name", '- called ternlike by sailors of Greenland'],
  ])('%s: %j', (expected, fact) => {
    expect(reason(fact)).toBe(expected);
  });

  test.each([
    '- flies from pole to pole each year',
    '- Why it migrates is unknown to ornithologists.',
    '- use `git stash` to put unfinished changes aside',
    '- eggs seen in summer\n  - northern Iceland and Greenland',
    '- first ringed specimen: 1914',
    '- catches herring, eels, shrimps and krill',
    '- экосистема полярных морей летом',
    '- 北極から南極まで毎年飛ぶ',
  ])('stands alone: %j', (fact) => {
    expect(reason(fact)).toBeUndefined();
  });

  test('holds an alias, however it is spelt, or is said of a sibling too', () => {
    const leftOut = (text: string) => read({ 'a.md': text }).notes?.leftOut.map((left) => left.reason);
    const keys = (fact: string) =>
      `## AWS Key Management Service (KMS)\n- ${fact}\n## AWS CloudHSM\n- rents hardware modules to banks\n`;
    expect(leftOut(keys('creates secrets in kms clusters daily'))).toEqual(['names "KMS"']);
    expect(leftOut(keys('creates secrets in cloud HSMs daily'))).toEqual(['names "AWS CloudHSM"']);
    const shared = 'is said of "AWS CloudHSM" too, or nearly so';
    expect(leftOut(keys('rents out hardware modules to most banks'))).toContain(shared);
  });

  test('says nearly what another fact of the topic says', () => {
    const text = `${cells}  - dissolves dead bacteria with strong acid\n  - dead bacteria dissolve in strong acid.\n`;
    expect(read({ 'cells.md': text }).notes?.leftOut).toEqual([
      { file: 'cells.md', line: 15, reason: 'says nearly what cells.md:14 says' },
    ]);
  });
});

test('a topic with a file of its own keeps the questions that are written there', () => {
  const written = '## Questions\n### Which bird?\n- [x] Tern\n- [ ] Auk\n\n> So it is.';
  const tern = topicFile({ front: 'name: Tern', body: `A sea bird.\n\n${written}` });
  const result = read({ 'tern.md': tern, 'notes.md': '# Tern\n- flies from pole to pole each year\n' });
  expect(result.deck?.topics.flatMap(({ questions }) => questions.map(({ stem }) => stem))).toEqual([
    'Which bird?',
  ]);
  expect(result.notes).toEqual({
    topics: 0,
    facts: 1,
    questions: 0,
    leftOut: [{ file: 'notes.md', line: 2, reason: 'is on a topic whose questions stand in tern.md' }],
  });
  expect(read({ 'tern.md': tern }).notes).toBeUndefined();
});

test('another fact changes no question, and another topic few', () => {
  const names = ['Tern', 'Auk', 'Gull', 'Skua', 'Kite', 'Wren', 'Rook', 'Stork'];
  const birds = names.map(
    (name, index) =>
      `## ${name}\n- breeds on cliff ${index}11 above ${index}33\n- eats prey ${index}55 of ${index}77\n`,
  );
  const before = made({ 'a.md': birds.join('') });
  expect(before).toHaveLength(16);
  expect(made({ 'a.md': `${birds.join('')}- sleeps in chimney pots all winter\n` })).toEqual(
    expect.arrayContaining(before),
  );
  const after = made({ 'a.md': `${birds.join('')}## Heron\n- wades\n` });
  const choices = new Map(after.map(({ id, choices }) => [id, JSON.stringify(choices)]));
  const changed = before.filter((question) => choices.get(question.id) !== JSON.stringify(question.choices));
  expect(after).toHaveLength(16);
  expect(changed.length).toBeLessThan(12);
});

describe('whatever the notes say', () => {
  const of = (words: string) => fc.constantFrom(...words.split(' '));
  const plain = of(
    'ice cold water breeds cliffs eats herring krill polar summer winter nests burrow rock shore dives deep far islands eggs chick feathers grey storm wind Я дом 鳥 飛ぶ',
  );
  const odd = of(
    'Tern Auk terns Gull the a of it is uses finds contains this with AWS KMS Key 1914 12 **bold** *it* `code` [x](y) https://x.org ? . : – - ( ) " “ ” $ # | < > & \\ \\*',
  );
  const line = fc
    .array(fc.oneof({ weight: 5, arbitrary: plain }, odd), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(' '));
  const names =
    'Tern,Auk,Gulls,Skua,AWS Key Management Service (KMS),This,Notes,1914,Great Auk,The Puffin,鴨';
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names.split(',')) }, line);
  const topic = fc
    .tuple(name, fc.array(line, { minLength: 1, maxLength: 5 }))
    .map(([title, facts]) => `## ${title}\n${facts.map((fact) => `- ${fact}\n`).join('')}`);
  const notes = fc.array(topic, { minLength: 3, maxLength: 9 }).map((topics) => topics.join('\n'));
  const other = fc.oneof(notes, fc.string({ unit: 'binary', maxLength: 300 }));

  /** The words of a text in lower case, with a space around each. */
  const fold = (text: string) =>
    ` ${text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;

  test('each question has one right choice among different ones, and can be shown', () => {
    let asked = 0;
    fc.assert(
      fc.property(notes, other, (one, two) => {
        const { deck, notes: report } = read({ 'a.md': one, 'b.md': two });
        const all = deck?.topics.flatMap(({ questions }) => questions) ?? [];
        for (const { id, stem, choices, explanation } of all) {
          const texts = choices.map(({ text }) => text.toLowerCase());
          expect(choices.filter((choice) => choice.right)).toHaveLength(1);
          expect(new Set(texts).size).toBe(choices.length);
          expect(isId(id, MAX_ITEM_ID)).toBe(true);
          expect(stem.length).toBeLessThanOrEqual(LENGTHS.stem.most);
          expect(explanation.length).toBeLessThanOrEqual(LENGTHS.explanation.most);
          expect(choices.length).toBe(stem.startsWith('Which of these') ? 4 : 2);
        }
        asked += all.length;
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(report?.questions ?? 0).toBe(all.length);
        expect((report?.facts ?? 0) - (report?.leftOut.length ?? 0)).toBe(all.length);
        expect(read({ 'b.md': two, 'a.md': one })).toEqual(read({ 'a.md': one, 'b.md': two }));
      }),
    );
    expect(asked).toBeGreaterThan(100);
  });

  test('"Which of these ...?" names no topic of the deck', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const { topics } = deckOf({ 'a.md': text });
        const named = topics.flatMap((each) => [each.name, ...each.aliases].map(fold));
        for (const { stem, choices } of topics.flatMap(({ questions }) => questions)) {
          const inStem = named.filter((each) => each !== '  ' && fold(stem).includes(each));
          if (choices.length === 4) expect(inStem).toEqual([]);
        }
      }),
    );
  });

  test('each question can be read from a topic file without an error', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const written = made({ 'a.md': text }).map(({ id, stem, choices, explanation }) => {
          const boxes = choices.map((choice) => `- [${choice.right ? 'x' : ' '}] ${choice.text}\n`).join('');
          return `### ${stem}\nid ${id}\n\n${boxes}\n> ${explanation}\n`;
        });
        const file = topicFile({ body: `A sea bird.\n\n## Questions\n${written.join('\n')}` });
        expect(found({ 'x.md': file }).filter((finding) => finding.includes(' error '))).toEqual([]);
      }),
    );
  });
});
