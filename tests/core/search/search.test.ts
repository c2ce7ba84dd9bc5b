import { describe, expect, test } from 'vitest';
import { readDeck } from '../../../src/core/knowledge/read.ts';
import { buildIndex } from '../../../src/core/search/build.ts';
import { search } from '../../../src/core/search/search.ts';
import { deckOf, library, topic } from './deck.ts';

const index = buildIndex(library);
const ask = (query: string) => {
  const { verdict, results } = search(index, query);
  return [verdict, ...results.map((result) => result.topic)];
};

describe('names', () => {
  test.each([
    'Reading Room',
    'READING ROOM?',
    'readingroom',
    'reading-rooms',
    'the Réading Room',
    'rr',
    'what is the Reading Room?',
    'please tell me about the study hall',
  ])('%s is exact', (query) => expect(ask(query)).toEqual(['exact', 'reading-room']));

  test('what stands before and inside the brackets of a name are names', () => {
    expect(ask('interlibrary loan')).toEqual(['exact', 'inter-library-loan']);
    expect(ask('ILL')).toEqual(['exact', 'inter-library-loan']);
  });

  test('a name that two topics claim is ambiguous', () => {
    const both = buildIndex(deckOf([topic('a', { aliases: ['twin'] }), topic('b', { aliases: ['twin'] })]));
    expect(search(both, 'twin')).toMatchObject({
      verdict: 'ambiguous',
      results: [{ topic: 'a' }, { topic: 'b' }],
    });
  });
});

describe('unfinished and misspelt names', () => {
  test.each(['read', 'reading r', 'study h'])('%s begins a name', (query) => {
    expect(search(index, query)).toMatchObject({
      verdict: 'confident',
      results: [{ topic: 'reading-room', why: 'prefix' }],
    });
  });

  test.each(['raeding room', 'readingg room', 'reding rom', 'raedingroom'])('%s has slips', (query) => {
    expect(search(index, query)).toMatchObject({
      verdict: 'confident',
      results: [{ topic: 'reading-room', why: 'fuzzy' }],
    });
  });

  test.each([
    ['rea roo', 'reading-room'],
    ['study hll', 'reading-room'],
    ['dist loa', 'inter-library-loan'],
    ['films reader', 'microfilm'],
    ['microfilms', 'microfilm'],
  ])('the words of %s begin those of a name', (query, wanted) => expect(ask(query)[1]).toBe(wanted));

  test('a letter too many or two swapped in a name of three', () => {
    expect(ask('illl')).toEqual(['confident', 'inter-library-loan']);
    expect(ask('lil')).toEqual(['confident', 'inter-library-loan']);
  });

  test('whose service it is may be glued to a name with slips', () =>
    expect(ask('awsmicrofilm machnes')[1]).toBe('microfilm'));

  test('a run along the keyboard is no slip', () => {
    const format = buildIndex(deckOf([topic('format', { aliases: ['ASFF'] })]));
    expect(search(format, 'asfd').verdict).toBe('confident');
    expect(search(format, 'asdf').verdict).toBe('none');
  });

  test('short names are not guessed', () => expect(ask('ral')[0]).toBe('none'));
});

describe('phrases and questions', () => {
  test.each([
    ['where may one study in silence', 'reading-room'],
    ['a noiseless place to study', 'reading-room'],
    ['who has old newspapers?', 'microfilm'],
    ['i want to borrow a volume', 'inter-library-loan'],
    ['renewing borrowed titles', 'catalogue'],
  ])('%s', (query, wanted) => expect(ask(query)).toEqual(['confident', wanted]));

  test('the fact that answers is pointed at', () => {
    expect(search(index, 'when does the reading room close in the evening').results[0]).toMatchObject({
      topic: 'reading-room',
      fact: 0,
    });
    expect(search(index, 'what is the reading room').results[0]?.fact).toBeUndefined();
  });

  test('a name in a sentence outweighs its other words', () => {
    expect(ask('newspapers in the reading room')[1]).toBe('reading-room');
  });

  test('"which" asks past the thing that it names', () => {
    const shop = buildIndex(
      deckOf([
        topic('alarm', { name: 'Alarm', asked: ['ring the bell'] }),
        topic('register', { name: 'Register', asked: ['collect everything that the alarm reports'] }),
      ]),
    );
    expect(search(shop, 'which service collects what the alarm reports').results[0]?.topic).toBe('register');
  });
});

describe('comparisons', () => {
  test.each([
    'microfilm vs catalogue',
    'Microfilm versus OPAC',
    'difference between microfilm and the catalogue',
    'what is the diffrence betwen microfilm and catalouge?',
    'compare microfilm with the catalogue',
    'microfilm or catalogue?',
    'how is microfilm different from the catalogue',
    'microfilm/catalogue',
    'microf vs catalo',
    'which is better, microfilm or the catalogue?',
  ])('%s', (query) => {
    expect(search(index, query)).toMatchObject({
      verdict: 'exact',
      results: [
        { topic: 'microfilm', why: 'comparison' },
        { topic: 'catalogue', why: 'comparison' },
      ],
    });
  });

  test('of a thing with itself is about that thing', () =>
    expect(ask('microfilm vs microfiche')).toEqual(['confident', 'microfilm']));
  test('with a thing that lies elsewhere is about the other', () => {
    expect(ask('microfilm vs town archive')).toEqual(['confident', 'microfilm']);
    expect(ask('archive vs microfilm')).toEqual(['confident', 'microfilm']);
  });
  test('of two unknown things is none', () => expect(ask('tea vs coffee')[0]).toBe('none'));
});

describe('nothing', () => {
  test.each([
    '',
    '   ',
    '?!',
    'the',
    'which service',
    'pizza',
    'asdfgh',
    '🍕',
    'привет',
    '42',
    'service desk hours',
    'room service menu',
  ])('"%s" is none', (query) => expect(search(index, query).verdict).toBe('none'));

  test('beside an ordinary name nothing but unknown words is another subject', () => {
    expect(ask('catalogue')).toEqual(['exact', 'catalogue']);
    expect(ask('catalogue of sorrows')[0]).toBe('none');
    expect(ask('renew something in the catalogue')).toEqual(['confident', 'catalogue']);
  });

  test("another maker's product is a subject of its own, unless a topic is named after it", () => {
    const asked = ['keep passwords out of git'];
    const mentioning = buildIndex(deckOf([topic('safe', { name: 'Safe', asked }), topic('door')]));
    expect(search(mentioning, 'git push').verdict).toBe('none');
    expect(search(mentioning, 'passwords in git').results[0]?.topic).toBe('safe');
    const about = buildIndex(deckOf([topic('git', { name: 'Git', facts: ['To push sends commits.'] })]));
    expect(search(about, 'git push').results[0]?.topic).toBe('git');
  });

  test('the plural of a word that only joins is no name within a sentence', () => {
    const alarm = buildIndex(deckOf([topic('alarm', { name: 'Alarm', aliases: ['IDS'] }), topic('door')]));
    expect(search(alarm, 'what is an IDS?').verdict).toBe('exact');
    expect(search(alarm, 'ids of members in a table').verdict).toBe('none');
  });

  test('a long text is no question, whatever it holds', () => {
    expect(search(index, 'microfilm '.repeat(400))).toMatchObject({ verdict: 'none', results: [] });
  });

  test('a name that lies elsewhere is said, with what is near', () => {
    const answer = search(index, 'where is the town archive?');
    expect(answer).toMatchObject({ verdict: 'none', results: [{ topic: 'microfilm', why: 'near' }] });
    expect(answer.elsewhere?.name).toBe('Town Archive');
  });

  test('a name that lies elsewhere beside words that the deck explains does not hide them', () => {
    expect(ask('book a desk in the archive')).toEqual(['confident', 'reading-room']);
  });
});

test('the query is given back as it was searched', () => {
  expect(search(index, '  reading \n room ').query).toBe('reading room');
  expect(search(index, `${'x'.repeat(199)}😀`).query).toBe('x'.repeat(199));
});

describe('plain notes, which say nowhere how people ask', () => {
  const bytes = new TextEncoder().encode(`# Cells

## Mitochondrion
- turns sugar into ATP
- has two membranes, the inner one is folded

## Ribosome
- reads messenger RNA
- strings amino acids into proteins

## Nucleus
- keeps the chromosomes
- has pores that let messenger RNA out
`);
  const { deck } = readDeck('cells', [{ path: 'cells.md', bytes }]);
  if (!deck) throw new Error('the notes cannot be read');
  const index = buildIndex(deck);
  const found = (query: string) => {
    const { verdict, results } = search(index, query);
    return [verdict, ...results.map(({ topic }) => topic)];
  };

  test('are found by what they tell, a single telling word included', () => {
    expect(found('chromosomes')).toEqual(['confident', 'nucleus']);
    expect(found('ATP')).toEqual(['confident', 'mitochondrion']);
    expect(found('what strings amino acids together?')).toEqual(['confident', 'ribosome']);
    expect(found('folded membrane')).toEqual(['confident', 'mitochondrion']);
  });

  test('offer all topics that tell of it', () => {
    expect(found('messenger RNA').toSorted()).toEqual(['ambiguous', 'nucleus', 'ribosome']);
  });

  test('still say nothing of what they do not tell', () => {
    for (const query of [
      'golgi apparatus',
      'pizza with sugar and salt',
      'the',
      'how are proteins of steel sold in shops',
    ])
      expect(found(query)[0]).toBe('none');
  });
});
