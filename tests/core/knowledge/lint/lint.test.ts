import fc from 'fast-check';
import { expect, test } from 'vitest';
import { found, read } from '../decks.ts';
import { flawless, flawsOf, madeUp, topicAsking } from './sets.ts';

test('a set without flaws has no findings, whatever its size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), (count) => {
      expect(flawsOf(flawless(count))).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('whatever questions say, each finding has a line of its file and two reads find the same', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom('tern', 'Tern', 'the', 'True', '[a](b)', '`', '(', '40'), fc.string()), {
      maxLength: 6,
    })
    .map((words) => words.join(' ').replaceAll(/\s+/g, ' '));
  const asked = fc.record({
    stem: text,
    right: fc.array(text, { maxLength: 2 }),
    wrong: fc.array(text, { maxLength: 3 }),
    why: text,
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), (questions) => {
      const file = topicAsking('name: Tern', questions);
      const { findings } = read({ 'tern.md': file });
      for (const { line } of findings) expect(line).toBeLessThanOrEqual(file.split('\n').length);
      expect(read({ 'tern.md': file }).findings).toEqual(findings);
    }),
    { numRuns: 30 },
  );
});

test('questions that are made of plain notes are not weighed', () => {
  const notes = Array.from(
    { length: 30 },
    (_, n) => `## ${madeUp(n)}\n- breeds where ${madeUp(n + 40)} lives\n`,
  );
  expect(found({ 'notes.md': `# Birds\n\n${notes.join('\n')}` })).toEqual([]);
});
