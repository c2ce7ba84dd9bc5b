import { expect, test } from 'vitest';
import { buildIndex } from '../../../src/core/search/build.ts';
import { search } from '../../../src/core/search/search.ts';
import { goldenQueries, isGolden, shippedDeck } from './golden.ts';

const index = buildIndex(shippedDeck());

test('every query of the golden file finds its topic, or nothing', () => {
  const queries = goldenQueries().filter(({ kind }) => kind !== 'missed');
  const misses = queries.flatMap((golden) => {
    const answer = search(index, golden.query);
    if (isGolden(golden, answer)) return [];
    const got = answer.results.map(({ topic, score }) => `${topic} ${score.toFixed(2)}`).join(', ');
    const wanted = golden.topics?.join(', ') || golden.verdicts.join(' or ');
    return `${golden.kind}: "${golden.query}" wants ${wanted}, got ${answer.verdict} (${got})`;
  });
  expect(misses).toEqual([]);
  expect(queries.length).toBeGreaterThan(300);
});
