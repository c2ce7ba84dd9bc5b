import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionId, parseAction } from '../../src/chat/action.ts';
import { MAX_DECK_COMMAND, MAX_TOPIC_ID } from '../../src/core/knowledge/types.ts';

test('an id says command, verb and arguments, and is read back', () => {
  expect(actionId('aws', 'show', 'kms', 'a:b %')).toBe('aws:show:kms:a%3Ab%20%25');
  expect(parseAction('aws:show:kms:a%3Ab%20%25')).toEqual({
    command: 'aws',
    verb: 'show',
    args: ['kms', 'a:b %'],
  });
});

test('what fits is read back unchanged', () => {
  const args = fc.array(fc.string({ unit: 'grapheme', size: 'xsmall', maxLength: 2 }), { maxLength: 1 });
  fc.assert(
    fc.property(args, (given) => {
      expect(parseAction(actionId('aws', 'show', ...given))?.args).toEqual(given);
    }),
  );
});

test('the longest command and two of the longest topics fit', () => {
  const topic = 't'.repeat(MAX_TOPIC_ID);
  expect(actionId('c'.repeat(MAX_DECK_COMMAND), 'both', topic, topic).length).toBeLessThanOrEqual(100);
});

test('what is too long is refused, not cut', () => {
  expect(() => actionId('aws', 'show', 'x'.repeat(100))).toThrow(RangeError);
});

test.each([
  '',
  'aws',
  'aws:',
  ':show',
  'aws:show:%',
  'aws:show:%61',
  'aws:show:é',
  'aws:show:\ud800',
  'x'.repeat(101),
])('%j is no id of ours', (id) => {
  expect(parseAction(id)).toBeUndefined();
});
