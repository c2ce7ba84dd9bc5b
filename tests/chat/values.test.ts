import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/chat/errors.ts';
import type { Options } from '../../src/chat/options.ts';
import { readValues } from '../../src/chat/values.ts';

const options = {
  words: { type: 'text', summary: 'What', longest: 10 },
  count: { type: 'integer', summary: 'How many', min: 1, max: 9 },
  loud: { type: 'flag', summary: 'Whether' },
  colour: { type: 'choice', summary: 'Which', choices: [{ label: 'Red', value: 'r' }] },
} as const satisfies Options;

/** What it comes to when an event, of which nobody knows where it is from, gives this. */
function read(json: string): unknown {
  try {
    return readValues(options, JSON.parse(json));
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

test('values are read as their options want them', () => {
  expect(read('{"words":" two words ","count":"7","loud":"Yes","colour":"red"}')).toEqual({
    words: 'two words',
    count: 7,
    loud: true,
    colour: 'r',
  });
  expect(read('{"words":3,"count":9,"loud":false}')).toEqual({ words: '3', count: 9, loud: false });
  expect(read('{}')).toEqual({ loud: false });
});

describe('what does not fit is refused with what would', () => {
  const sentences = {
    words: 'Keep “words” within 10 characters.',
    count: '“count” is a whole number from 1 to 9.',
    loud: '“loud” is yes or no.',
    colour: '“colour” is one of Red.',
  };
  const strange = [
    'null',
    '[]',
    '{}',
    '{"toString":1,"valueOf":1}',
    '[{"__proto__":null}]',
    '"twelve letters"',
  ];
  test.each(Object.entries(sentences))('%s', (name, sentence) => {
    for (const value of strange) expect(read(`{"${name}":${value}}`)).toBe(sentence);
  });

  test('an option that is not there', () => {
    expect(read('{"other":1}')).toBe('There is no option “other” here.');
  });
});
