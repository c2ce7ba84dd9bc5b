import { describe, expect, test } from 'vitest';
import { deckOf, read, topicFile, topicOf } from '../decks.ts';
import { cells, made } from './made.ts';

const stems = (files: Record<string, string>) => made(files).map(({ stem }) => stem);

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
