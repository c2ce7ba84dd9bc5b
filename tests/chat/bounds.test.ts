import { describe, expect, test } from 'vitest';
import { bounded, boundedTyping } from '../../src/chat/bounds.ts';

const long = 'x'.repeat(100_000);

describe('what a member did', () => {
  test.each([
    { kind: 'line', command: 'aws', text: long },
    { kind: 'talk', text: long },
    { kind: 'menu', menu: 'aws', text: long },
  ] as const)('is cut where it is longer than any message: $kind', (input) => {
    expect(bounded(input)).toEqual({ ...input, text: long.slice(0, 10_000) });
  });

  test('holds no more and no longer values than a form', () => {
    const input = { kind: 'action', action: 'quiz:reported', values: Array(1000).fill(long) } as const;
    expect(bounded(input)).toEqual({ ...input, values: Array(25).fill(long.slice(0, 4000)) });
  });

  test('is left alone where it is what a platform lets through', () => {
    const input = { kind: 'action', action: 'quiz:answer:r:0', values: ['1', '2'] } as const;
    expect(bounded(input)).toEqual(input);
  });
});

test('what is typed so far is cut to a name', () => {
  expect(boundedTyping(long)).toHaveLength(200);
});
