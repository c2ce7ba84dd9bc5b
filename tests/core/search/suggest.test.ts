import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/core/search/build.ts';
import { searchDecks } from '../../../src/core/search/decks.ts';
import { topicsNamed } from '../../../src/core/search/named.ts';
import { suggest } from '../../../src/core/search/suggest.ts';
import { deckOf, library, topic } from './deck.ts';

const index = buildIndex(library);

describe('suggest', () => {
  const suggested = (text: string, limit = 25) => suggest(index, text, limit).map((one) => one.topic);

  test('blank text offers the topics in their order', () => {
    expect(suggest(index, ' ', 2)).toEqual([
      { topic: 'reading-room', name: 'Reading Room' },
      { topic: 'inter-library-loan', name: 'Inter-Library Loan (ILL)' },
    ]);
  });
  test('a single letter already offers names', () => expect(suggested('m')).toEqual(['microfilm']));
  test('names come before other names, then what the search finds', () => {
    expect(suggested('film')).toEqual(['microfilm']);
    expect(suggested('old newspap')).toEqual(['microfilm']);
  });
  test('nothing is offered for what the deck does not know', () => expect(suggested('pizza')).toEqual([]));
});

describe('topicsNamed', () => {
  const named = (text: string) => topicsNamed(index, text, 5).map((one) => one.topic);

  test('names in a message, in their order', () => {
    expect(
      named('I left my bag near the microfiche, or was it in the reading room? Not on MICROFILM anyway.'),
    ).toEqual(['microfilm', 'reading-room']);
  });
  test('long names with a slip', () => expect(named('the raeding room was full')).toEqual(['reading-room']));
  test('a short message that names none is searched', () =>
    expect(named('where can we study in silence')).toEqual(['reading-room']));
  test('a long one is not', () =>
    expect(named(`where can we study in silence ${'and so on '.repeat(40)}`)).toEqual([]));
  test('names that lie elsewhere are no topics', () => expect(named('ask the town archive')).toEqual([]));
});

describe('searchDecks', () => {
  const other = buildIndex(
    deckOf([topic('reading-room', { name: 'Reading Room' }), topic('bakery', { name: 'Bakery' })], {
      id: 'other',
    }),
  );
  const found = (query: string) => {
    const best = searchDecks([index, other], query);
    return [best?.index.deck.id, best?.answer.verdict];
  };

  test('the surest deck answers', () => expect(found('bakery')).toEqual(['other', 'exact']));
  test('on equal footing the first', () => expect(found('reading room')).toEqual(['library', 'exact']));
  test('with none, the one that knows where it lies', () => {
    const best = searchDecks([other, index], 'town archive');
    expect(best?.answer).toMatchObject({ verdict: 'none', elsewhere: { name: 'Town Archive' } });
  });
  test('without decks there is no answer', () => expect(searchDecks([], 'bakery')).toBeUndefined());
});
