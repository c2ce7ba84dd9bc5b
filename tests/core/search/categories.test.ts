import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/core/search/build.ts';
import { search } from '../../../src/core/search/search.ts';
import { deckOf, topic } from './deck.ts';

const index = buildIndex(
  deckOf(
    [
      topic('kettle', { category: 'kitchen', aliases: ['tools for cooking'] }),
      topic('pan', { category: 'kitchen', asked: ['kitchen things for frying'] }),
      topic('saw', { category: 'garden', aliases: ['garden'] }),
      topic('rake', { category: 'garden' }),
      topic('hammer', { name: 'Building', category: 'workshop' }),
      topic('nail', { category: 'workshop' }),
      topic('atlas', { category: 'study' }),
    ],
    {
      categories: [
        { id: 'kitchen', title: 'Tools for cooking' },
        { id: 'garden', title: 'Gardening tools' },
        { id: 'workshop', title: 'Building' },
        { id: 'study', title: 'Reading and writing' },
        { id: 'out-of-doors', title: 'Camping' },
      ],
      elsewhere: [{ name: 'Workshop', also: [], is: 'A room.', near: ['nail'] }],
    },
  ),
);
const ask = (query: string) => {
  const { verdict, results, category } = search(index, query);
  return [verdict, category, ...results.map((result) => result.topic)];
};

describe('a category', () => {
  test.each(['Gardening tools', 'gardening TOOL', 'gardening-tools', 'what are gardening tools?'])(
    '%s is exact and has all its topics, in the order of the deck',
    (query) => expect(ask(query)).toEqual(['exact', 'garden', 'saw', 'rake']),
  );

  test('says so in every result', () => {
    expect(search(index, 'gardening tools').results).toEqual([
      { topic: 'saw', score: 1, why: 'category' },
      { topic: 'rake', score: 1, why: 'category' },
    ]);
  });

  test('that an alias is called like begins with that topic', () => {
    const renamed = buildIndex(
      deckOf(
        [
          topic('pan', { category: 'kitchen' }),
          topic('kettle', { category: 'kitchen', aliases: ['cookware'] }),
        ],
        {
          categories: [{ id: 'kitchen', title: 'Cookware' }],
        },
      ),
    );
    expect(search(renamed, 'cookware').results.map((result) => result.topic)).toEqual(['kettle', 'pan']);
  });

  test('gives way to a topic of that very name', () => {
    expect(ask('building')).toEqual(['exact', undefined, 'hammer']);
  });

  test('of one topic or none is no answer of its own', () => {
    expect(ask('reading and writing')[1]).toBeUndefined();
    expect(ask('camping')[1]).toBeUndefined();
  });
});

describe('the id of a category', () => {
  test('beats what its word finds, but may mean something else', () => {
    expect(ask('kitchen')).toEqual(['ambiguous', 'kitchen', 'kettle', 'pan']);
  });

  test('gives way to a name or alias, and to what lies elsewhere', () => {
    expect(ask('garden')).toEqual(['exact', undefined, 'saw']);
    expect(ask('workshop')).toEqual(['none', undefined, 'nail']);
  });
});
