import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/core/search/build.ts';
import { topicsNamed } from '../../../src/core/search/named.ts';
import { search } from '../../../src/core/search/search.ts';
import { suggest } from '../../../src/core/search/suggest.ts';
import { deckOf, library, topic } from './deck.ts';
import { shippedDeck } from './golden.ts';

const deck = shippedDeck();
const index = buildIndex(deck);
const names = deck.topics.flatMap(({ name, aliases }) => [name, ...aliases]);
const noise = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.oneof(fc.constantFrom(...names, 'vs', 'or', 'difference between', 'which', 'service'), fc.string()),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' ')),
);

describe('any string', () => {
  test('gives a well-formed answer, always the same', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const answer = search(index, text);
        expect(answer).toEqual(search(index, text));
        expect(answer.query.length).toBeLessThanOrEqual(200);
        expect(answer.results.length).toBeLessThanOrEqual(5);
        const scores = answer.results.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { topic: id, score, fact } of answer.results) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          const found = deck.topics.find((one) => one.id === id);
          expect(found).toBeDefined();
          if (fact !== undefined) expect(found?.facts[fact]).toBeDefined();
        }
        expect(new Set(answer.results.map((result) => result.topic)).size).toBe(answer.results.length);
        if (answer.verdict !== 'none') expect(answer.results.length).toBeGreaterThan(0);
        if (answer.verdict === 'ambiguous') expect(answer.results.length).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
  });

  test('can be typed ahead, sent as a message, and be in a deck', () => {
    fc.assert(
      fc.property(noise, fc.integer({ min: 0, max: 25 }), (text, limit) => {
        expect(suggest(index, text, limit).length).toBeLessThanOrEqual(limit);
        expect(topicsNamed(index, text.repeat(20), limit).length).toBeLessThanOrEqual(limit);
        const odd = deckOf([topic('odd', { name: text, aliases: [text], asked: [text], facts: [text] })], {
          synonyms: [[text, 'x']],
        });
        expect(() => search(buildIndex(odd), text)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});

test('a deck without topics knows nothing', () => {
  expect(search(buildIndex(deckOf([])), 'shield').verdict).toBe('none');
  expect(suggest(buildIndex(deckOf([])), '', 25)).toEqual([]);
});

describe('every name and alias', () => {
  const owned = [...deck.topics, ...library.topics].flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((own) => ({ id, own })),
  );
  const both = buildIndex(deckOf([...deck.topics, ...library.topics]));

  test.each([
    ['as it is', (name: string) => name],
    ['in lower case', (name: string) => name.toLowerCase()],
    ['in upper case', (name: string) => name.toUpperCase()],
    ['after "aws"', (name: string) => `aws ${name}`],
    ['in a question', (name: string) => `What is ${name}?`],
  ])('%s is exact', (_, write) => {
    const missed = owned.filter(({ id, own }) => {
      const { verdict, results } = search(both, write(own));
      return verdict !== 'exact' || results[0]?.topic !== id;
    });
    expect(missed).toEqual([]);
  });
});
