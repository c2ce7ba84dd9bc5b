import { describe, expect, test } from 'vitest';
import { deckOf, found, read, topicFile } from './decks.ts';

const deck = (yaml: string) => ({ 'deck.yaml': yaml, 'tern.md': topicFile() });

describe('deck.yaml', () => {
  test('names a deck, its command, categories, synonyms and what it leaves out', () => {
    const yaml = `name: Birds of the sea
command: sea_birds
categories:
  swimmers: Birds that swim
  divers: Birds that dive
synonyms: [[fly, soar]]
elsewhere:
  Ostrich: { also: [struthio], is: "A bird that runs.", docs: https://example.org/ostrich, near: tern }
  Kiwi: { is: "A bird that hides." }
`;
    expect(deckOf(deck(yaml))).toMatchObject({
      id: 'deck',
      name: 'Birds of the sea',
      command: 'sea_birds',
      categories: [
        { id: 'swimmers', title: 'Birds that swim' },
        { id: 'divers', title: 'Birds that dive' },
      ],
      synonyms: [['fly', 'soar']],
      elsewhere: [
        {
          name: 'Ostrich',
          also: ['struthio'],
          is: 'A bird that runs.',
          docs: 'https://example.org/ostrich',
          near: ['tern'],
        },
        { name: 'Kiwi', also: [], is: 'A bird that hides.', near: [] },
      ],
    });
    expect(found(deck(yaml))).toEqual([]);
  });

  test('is optional: a deck is then named after itself', () => {
    expect(deckOf({ 'tern.md': topicFile() })).toMatchObject({ id: 'deck', name: 'deck', command: 'deck' });
  });

  test.each([
    ['an unknown key', 'title: Birds', 'deck.yaml:1 warning the key "title" is not known'],
    [
      'an unknown key below',
      'elsewhere:\n  Kiwi:\n    is: x\n    was: y',
      'deck.yaml:4 warning the key "was" is not known',
    ],
    [
      'a command of a wrong form',
      'command: Sea Birds',
      'deck.yaml:1 warning "Sea Birds" cannot be a slash command and is read as "sea-birds"',
    ],
    [
      'a category id of a wrong form',
      'categories: { Big Birds: Big }',
      'deck.yaml:1 warning "Big Birds" is no allowed category id and is read as "big-birds"',
    ],
    [
      'a dangling neighbour',
      'elsewhere:\n  Kiwi: { is: x, near: auk }',
      'deck.yaml:2 warning "auk" leads to no topic of this deck',
    ],
    [
      'a name that a topic has',
      'elsewhere:\n  Kiwi: { is: x, also: [amazon tern] }',
      'deck.yaml:2 warning "amazon tern" is also a name of the topic tern',
    ],
    [
      'a lonely synonym',
      'synonyms:\n  - [a, b]\n  - [c]',
      'deck.yaml:3 warning a group of synonyms has less than two words',
    ],
    ['an empty file', '', 'deck.yaml:1 warning "deck.yaml" is empty'],
    ['a wrong shape', 'name: x\nsynonyms: fly', 'deck.yaml:2 error "synonyms" must be a list of lists'],
    [
      'a missing sentence',
      'elsewhere:\n  Kiwi: { near: tern }',
      'deck.yaml:2 error "elsewhere.Kiwi.is" must be a text',
    ],
    ['a list', '- name', 'deck.yaml:1 error the YAML must be a map'],
    ['a key twice', 'name: x\nname: y', 'deck.yaml:2 error the YAML cannot be read: Map keys must be unique'],
  ])('%s is a finding', (_, yaml, expected) => expect(found(deck(yaml))).toContain(expected));

  test('with errors leaves the deck out', () => expect(read(deck('strict: perhaps')).deck).toBeUndefined());

  test('keeps files of other kinds out', () => {
    expect(found({ ...deck('name: x'), 'tern.png': new Uint8Array([0x89, 0xff]) })).toEqual([]);
  });
});
