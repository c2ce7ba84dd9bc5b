import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slips } from '../../../src/core/search/distance.ts';
import { bareCore, cores } from '../../../src/core/search/framing.ts';
import { StartIndex } from '../../../src/core/search/starts.ts';
import { nameKey, singularKey, stem, tidy, wordsOf } from '../../../src/core/search/text.ts';
import { MAX_CANDIDATES, TrigramIndex } from '../../../src/core/search/trigrams.ts';

describe('words', () => {
  test('lose case, accents, possessives, punctuation and addresses', () => {
    expect(wordsOf("Who's the Café's R&D? https://example.com/a?b=c")).toEqual([
      'who',
      'the',
      'cafe',
      'r',
      'and',
      'd',
    ]);
  });
  test('are one key however they are glued, with whose they are left out', () => {
    expect(nameKey(wordsOf('AWS Guard-Duty'))).toBe('guardduty');
    expect(singularKey(wordsOf('SSL certificates'))).toBe(singularKey(wordsOf('ssl certificate')));
    expect(singularKey(wordsOf('policies'))).toBe('policy');
    expect(singularKey(wordsOf('kms access'))).toBe('kmsaccess');
  });
  test('have one stem in British and American spelling, and certificates are no certifications', () => {
    expect(stem('organisations')).toBe(stem('organization'));
    expect(stem('behaviour')).toBe(stem('behavior'));
    expect(stem('certificates')).not.toBe(stem('certification'));
  });
  test('are cut at a whole character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => tidy(text).isWellFormed()),
    );
  });
});

describe('slips', () => {
  test.each([
    ['shield', 'shield', 0],
    ['sheild', 'shield', 1],
    ['shiield', 'shield', 1],
    ['shild', 'shield', 1],
    ['shieks', 'shield', 2],
  ])('%s for %s is %d', (typed, meant, count) => expect(slips(typed, meant, 3)).toBe(count));
  test('stop being counted past the limit', () => expect(slips('kitten', 'cathedral', 2)).toBe(3));
});

describe('frames', () => {
  test('come off from both ends', () => {
    expect(bareCore(wordsOf('please tell me what AWS Shield is used for'))).toEqual(['shield']);
    expect(bareCore(['what', 'is', 'the'])).toEqual(['what', 'is', 'the']);
  });
  test('come off one word at a time, for names that hold such words', () => {
    expect([...cores(['who', 'patches', 'it'], 9)]).toEqual([
      ['who', 'patches', 'it'],
      ['who', 'patches'],
      ['patches', 'it'],
      ['patches'],
    ]);
  });
});

describe('indexes of letters', () => {
  const texts = Array.from({ length: 3000 }, (_, number) => `name${number.toString(36)}`);

  test('let few candidates through, the nearest first', () => {
    const near = new TrigramIndex(['guardduty', 'guardrail', ...texts]).near('gaurdduty', 2);
    expect(near[0]).toBe('guardduty');
    expect(new TrigramIndex(texts).near('namezz', 3).length).toBeLessThanOrEqual(MAX_CANDIDATES);
  });
  test('find what begins alike', () => {
    expect(new StartIndex(['secrets', 'secret', 'second', 'shield']).startingWith('secr', 5)).toEqual([
      'secret',
      'secrets',
    ]);
    expect(new StartIndex(texts).startingWith('name', 7)).toHaveLength(7);
  });
});
