import { expect, test } from 'vitest';
import { letterOptions } from '../../src/chat/choice.ts';
import { text } from '../../src/chat/markup.ts';
import type { ChoicePart } from '../../src/chat/message.ts';

const choiceOf = (...wordings: string[]): ChoicePart => ({
  kind: 'choice',
  prompt: 'Pick one',
  action: 'quiz:pick',
  picks: 1,
  options: wordings.map((wording, index) => ({ value: String(index), text: text(wording) })),
});

test('short wordings are their own labels', () => {
  expect(letterOptions(choiceOf('AWS WAF', 'AWS Shield'), 80)).toEqual({
    inBody: false,
    options: [
      { letter: 'A', value: '0', label: 'A  AWS WAF' },
      { letter: 'B', value: '1', label: 'B  AWS Shield' },
    ],
  });
});

test('one long wording moves all of them to the body', () => {
  const { inBody, options } = letterOptions(choiceOf('AWS WAF', 'x'.repeat(78)), 80);
  expect(inBody).toBe(true);
  expect(options.map(({ label }) => label)).toEqual(['A', 'B']);
});
