import { describe, expect, test } from 'vitest';
import { biology } from '../biology.ts';
import { deckOf, labels, member } from '../stage.ts';

const ana = member([biology], 'open');

describe('a topic’s card', () => {
  test('says what it is, five facts, what it is not, and where that comes from', () => {
    const seen = ana.types('/biology mitochondrion');
    expect(seen.by).toBe('everyone');
    expect(seen.verdict).toBe('exact');
    expect(seen.text).toBe(`# Mitochondrion
The mitochondrion turns food into energy that a cell can use. It has two membranes.
- A mitochondrion makes ATP.
- The inner membrane of a mitochondrion is folded.
- Mitochondria carry DNA of their own.
- Children inherit mitochondria from their mother.
- Muscle cells hold thousands of mitochondria.
Not to be confused with
- Nucleus: The mitochondrion makes energy; the nucleus keeps the plans.
(Documentation · Facts checked on 21 November 2026)`);
    expect(labels(seen)).toEqual(['Nucleus', 'Cell respiration', 'More']);
  });

  test('begins with the fact that was asked for, and does not say it twice', () => {
    const seen = ana.types('/biology which cells have no mitochondria, red blood cells?');
    expect(seen.text.split('\n')[1]).toBe('Red blood cells of mammals have no mitochondria.');
    expect(seen.text.match(/Red blood cells/g)).toHaveLength(1);
  });

  test('has all the rest behind More, for the clicker alone', () => {
    const seen = ana.clicks(ana.types('/biology mitochondrion'), 'More');
    expect(seen.by).toBe('the asker');
    expect(seen.text).toContain('- Red blood cells of mammals have no mitochondria.');
    expect(seen.text).toContain('Tips\n- Think of a mitochondrion as the power plant of the cell.');
    expect(seen.text).toContain('(Also found by: power plant)');
  });

  test('leads to related topics, for the clicker alone', () => {
    const seen = ana.clicks(ana.types('/biology mitochondrion'), 'Nucleus');
    expect([seen.by, seen.text.split('\n')[0]]).toEqual(['the asker', '# Nucleus']);
  });

  test('of a topic that comes from notes names the file', () => {
    const notes = deckOf('cells', {
      'cells.md': '# Cells\n\n## Ribosome\n- makes proteins\n\n## Nucleus\n- keeps DNA\n',
    });
    expect(member([notes], 'open').types('/cells ribosome').text).toBe(
      '# Ribosome\nmakes proteins\n(From cells.md)',
    );
  });
});

test('a comparison says each in a sentence, facts in sequence and what tells them apart', () => {
  const seen = ana.types('/biology nucleus vs mitochondrion');
  expect([seen.by, seen.verdict]).toEqual(['everyone', 'comparison']);
  expect(seen.text).toBe(`# Nucleus and Mitochondrion
Nucleus: It keeps the DNA of a cell.
- The nucleus has pores.
- The nucleus holds the chromosomes.
Mitochondrion: The mitochondrion turns food into energy that a cell can use.
- A mitochondrion makes ATP.
- The inner membrane of a mitochondrion is folded.
- Mitochondria carry DNA of their own.
What tells them apart: The mitochondrion makes energy; the nucleus keeps the plans.
(Mitochondrion: documentation · Facts checked on 21 November 2026)`);
  expect(labels(seen)).toEqual(['Nucleus', 'Mitochondrion']);
});
