import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/core/search/build.ts';
import { search } from '../../../src/core/search/search.ts';
import { deckOf, library, topic } from './deck.ts';

const town = buildIndex(library);
const initials = buildIndex(
  deckOf([
    topic('ktm', { name: 'Kept Town Maps (AWS KTM)', asked: ['old maps of the streets'] }),
    topic('ram', { name: 'Rare Atlas Microfilm (AWS RAM)', asked: ['scarce atlases'] }),
    topic('beacon', { name: 'Amazon Beacon', asked: ['lights along the coast'] }),
    topic('charter', { name: 'Charters', aliases: ['TCs'], asked: ['the rights that a king gave'] }),
  ]),
);

describe('a name among words of no topic', () => {
  test.each([
    'reading room cheat sheet',
    'a crash course in the reading room',
    'Reading Room 101',
    'reading room: exam tips for beginners',
  ])('%s is the name: the others are of those who study', (query) =>
    expect(search(town, query)).toMatchObject({ verdict: 'exact', results: [{ topic: 'reading-room' }] }),
  );

  test('initials are no ordinary word, whether or not it is said whose they are, and in the plural', () => {
    expect(search(initials, 'ktm zorblax')).toMatchObject({
      verdict: 'confident',
      results: [{ topic: 'ktm' }],
    });
    expect(search(initials, 'tcs zorblax')).toMatchObject({
      verdict: 'confident',
      results: [{ topic: 'charter' }],
    });
  });

  test('beside a word of its own, or initials that spell one, it is another subject, and the topic is offered', () => {
    for (const [query, offered] of [
      ['beacon zorblax', 'beacon'],
      ['ram zorblax', 'ram'],
    ]) {
      const { verdict, results } = search(initials, query ?? '');
      expect([verdict, results[0]?.topic]).toEqual(['none', offered]);
    }
  });
});

describe('a question that names two topics', () => {
  test.each([
    ['does the ktm show the lights of the beacon', 'ktm'],
    ['how does ktm zorblax the beacon', 'ktm'],
    ['is our beacon on the ktm', 'beacon'],
    ['why are Charters in ktm', 'charter'],
  ])('%s is about the one that follows the verb', (query, wanted) => {
    const { verdict, results } = search(initials, query);
    expect(verdict).not.toBe('none');
    expect(results[0]?.topic).toBe(wanted);
  });

  test('both of which are words of their own may be about anything', () =>
    expect(search(initials, 'does the beacon zorblax the charters').verdict).toBe('none'));

  test('and is put about neither is about what its words tell', () =>
    expect(search(town, 'do you read the catalogue of old newspapers on microfilm').results[0]?.topic).toBe(
      'microfilm',
    ));
});
