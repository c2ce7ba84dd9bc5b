import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { fault, fine, note } from '../../../src/chat/examination.ts';
import { section, verdict } from '../../../src/cli/doctor/sheet.ts';

test('each finding is a line with its state as a word, under a title', () => {
  const printed = section('Decks', [fine('aws', 'good.'), fault('mine', 'bad:\nline 7.')], undefined);
  expect(stripVTControlCharacters(printed)).toBe(
    'Decks\n  fine   aws: good.\n  fault  mine: bad:\n         line 7.\n',
  );
});

test('lines are broken for a terminal, links are not', () => {
  const link = `https://example.com/${'x'.repeat(60)}`;
  const printed = section('A', [note('b', `see ${link} and then some more words`)], 40);
  expect(stripVTControlCharacters(printed).split('\n')).toEqual([
    'A',
    '  note   b: see',
    `         ${link}`,
    '         and then some more words',
    '',
  ]);
});

test('what members call their channels cannot move the cursor', () => {
  expect(section('A', [note('#\u001b[2Jx', 'y')], undefined)).not.toContain('\u001b[2J');
});

test.each([
  [[fine('a', '')], 'All is well.'],
  [[fine('a', ''), note('b', '')], 'Nothing to mend. 1 note.'],
  [[fault('a', ''), fault('b', '')], '2 faults to mend.'],
  [[fault('a', ''), note('b', ''), note('c', '')], '1 fault to mend, 2 notes.'],
])('%# ends with what it comes to', (findings, said) => {
  expect(verdict(findings)).toBe(said);
});
