import { describe, expect, test } from 'vitest';
import { deckOf, found, said, topicFile, topicOf } from '../decks.ts';

const notes = (...names: string[]) =>
  names.map((name) => `## ${name}\n- ${name} does something\n`).join('\n');
const names = (files: Record<string, string>) => deckOf(files).topics.map(({ name }) => name);

describe('notes on the same thing', () => {
  test.each([
    ['AWS Key Management Service (KMS)', 'AWS KMS (Key Management Service)'],
    ['AWS Certificate Manager', 'AWS ACM (AWS Certificate Manager)'],
    ['AWS Secrets Manager', 'Secret Manager'],
    ['Shared Responsibility Model', 'shared responsibility model'],
    ['Deoxyribonucleic acid', 'DNA (deoxyribonucleic acid)'],
  ])('%s and %s are one topic', (one, other) => {
    expect(names({ 'a.md': notes(one), 'b.md': notes(other) })).toHaveLength(1);
  });

  test.each([
    ['Mitosis (cell division)', 'Meiosis (cell division)'],
    ['Offer (UK)', 'Acceptance (UK)'],
    ['Battle of Verdun (WWI)', 'Battle of the Somme (WWI)'],
    ['NATO (alliance)', 'EU (alliance)'],
    ['C', 'C++'],
  ])('%s and %s are two', (one, other) => {
    expect(names({ 'a.md': notes(one), 'b.md': notes(other) })).toHaveLength(2);
  });

  test('a name that joins two others makes one of all three', () => {
    expect(
      names({ 'a.md': notes('KMS', 'Key Management Service', 'Key Management Service (KMS)') }),
    ).toHaveLength(1);
  });

  test('have the written-out name, the others as aliases, both sources, and equal facts once', () => {
    const deck = deckOf({
      'a.md': '# Keys\n## AWS KMS (Key Management Service)\n- Keeps keys.\n- rotates them\n',
      'b.md': '# AWS Key Management Service (KMS)\n- keeps keys\n- integrates with S3\n',
    });
    const topic = topicOf(deck, 'kms');
    expect(topic.name).toBe('AWS Key Management Service (KMS)');
    expect(topic.aliases).toEqual(['KMS', 'Key Management Service']);
    expect(said(topic)).toEqual(['Keeps keys.', 'rotates them', 'integrates with S3']);
    expect(topic.sources).toEqual([
      { file: 'a.md', line: 2 },
      { file: 'b.md', line: 1 },
    ]);
    expect(topic.category).toBe('keys');
  });

  test('stand under the heading that says most', () => {
    const deck = deckOf({
      'a.md': '# My notes\n## Tern\n- flies\n',
      'b.md': '# Birds\n- Tern\n  - dives\n- Auk\n  - swims\n',
    });
    expect(topicOf(deck, 'tern').category).toBe('birds');
  });

  test('join the topic file that is about it', () => {
    const deck = deckOf({
      'tern.md': topicFile({ front: 'name: Arctic tern\naliases: [AT]' }),
      'notes.md': '## AT (arctic tern)\n- it flies far\n- it dives\n',
    });
    expect(deck.topics).toHaveLength(1);
    const topic = topicOf(deck, 'tern');
    expect(said(topic)).toEqual(['A sea bird.', 'It flies far.', 'it dives']);
    expect(topic.sources).toEqual([
      { file: 'tern.md', line: 1 },
      { file: 'notes.md', line: 1 },
    ]);
  });
});

describe('aliases of notes', () => {
  test('come from brackets, not from dates, formulas and explanations', () => {
    const deck = deckOf({
      'a.md': notes('Mitosis (cell division)', 'Treaty (1919)', 'Work (W = Fd)', 'Gift (something of value)'),
    });
    expect(deck.topics.map(({ aliases }) => aliases)).toEqual([
      ['Gift'],
      ['Mitosis', 'cell division'],
      ['Treaty'],
      ['Work'],
    ]);
  });

  test('hold the acronym of a name of three words, unless another topic goes by it', () => {
    const of = (...all: string[]) =>
      deckOf({ 'a.md': notes(...all) }).topics.flatMap(({ aliases }) => aliases);
    expect(of('Shared Responsibility Model')).toEqual(['SRM']);
    expect(of('Rule of Common Law')).toEqual(['RCL']);
    expect(of('Shared Responsibility Model', 'Simple Risk Matrix')).toEqual([]);
    expect(of('Shared Responsibility Model', 'SRM')).toEqual([]);
    expect(of('Common Law')).toEqual([]);
  });
});

test('plain notes never have errors', () => {
  const files = { 'a.md': '# A\n\n# A\n<p>\n', 'b.md': '', 'c.md': '- \n- [x] \n\n| a |\n|---|\n' };
  expect(found(files).filter((finding) => finding.includes(' error '))).toEqual([]);
});
