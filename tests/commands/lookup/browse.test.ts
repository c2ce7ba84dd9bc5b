import { describe, expect, test } from 'vitest';
import { biology } from '../biology.ts';
import { deckOf, labels, member } from '../stage.ts';

const ana = member([biology], 'open');
const ben = member([biology], 'quiet');

describe('a category', () => {
  const page = `# Organelles
Pick a topic, or ask: a name, a few words or a whole question.
- Mitochondrion: The mitochondrion turns food into energy that a cell can use.
- Nucleus: It keeps the DNA of a cell.
What tells them apart
- The mitochondrion makes energy; the nucleus keeps the plans.`;

  test('says what belongs to it and what tells its topics apart, whether asked for or browsed to', () => {
    const asked = ana.types('/biology what are organelles?');
    expect([asked.by, asked.verdict]).toEqual(['everyone', 'category']);
    expect(asked.text).toBe(page);
    expect(labels(asked)).toEqual(['Mitochondrion', 'Nucleus', 'All topics']);
    expect(ana.clicks(ana.types('/biology'), 'Organelles').text).toBe(page);
  });

  test('names two topics that their sentence does not name', () => {
    const birds = deckOf('birds', {
      'deck.yaml': 'categories: { sea: Sea birds }',
      'tern.md':
        '---\nname: Tern\ncategory: sea\n---\nIt dives.\n\n## Not to be confused with\n- [Gull](gull.md): it is smaller',
      'gull.md': '---\nname: Gull\ncategory: sea\n---\nIt shouts.',
    });
    expect(member([birds], 'open').types('/birds sea birds').text).toContain(
      '- Gull and Tern: it is smaller',
    );
  });

  test('answers in private where channels are quiet, and can be shared', () => {
    const asked = ben.types('/biology organelles');
    expect(asked.by).toBe('the asker');
    const shared = ben.clicks(asked, 'Share with everyone');
    expect([shared.by, shared.text]).toEqual(['everyone', `${page}\n(Shared by Ana)`]);
  });

  test('leads to its topics for the clicker alone', () => {
    const seen = ana.clicks(ana.types('/biology organelles'), 'Nucleus');
    expect([seen.by, seen.text.split('\n')[0]]).toEqual(['the asker', '# Nucleus']);
  });

  test('of one topic is that topic', () => {
    expect(ana.types('/biology processes').text).not.toContain('# Processes');
  });
});

describe('browsing', () => {
  test('goes from the deck to a category to a topic and back, in private and in place', () => {
    const deck = ana.types('/biology');
    expect(deck.by).toBe('the asker');
    expect(deck.text).toContain('- Organelles: Mitochondrion, Nucleus');
    const category = ana.clicks(deck, 'Organelles');
    expect(category.text).toContain('- Nucleus: It keeps the DNA of a cell.');
    expect([category.by, category.replaces]).toEqual(['the asker', true]);
    expect(ana.clicks(deck, 'Processes').text).toContain(
      '- Cell respiration burns sugar with oxygen.\n'.trim(),
    );
    expect(ana.clicks(category, 'All topics').text).toBe(deck.text);
    expect(ana.clicks(category, 'Nucleus').text).toContain('# Nucleus');
  });

  test('leafs through a deck of hundreds of topics without losing one', () => {
    const many = deckOf('many', {
      'many.md': `# Many\n\n${Array.from({ length: 123 }, (_, n) => `## Thing${n}\n- does number ${n}\n`).join('\n')}`,
    });
    const reader = member([many], 'open');
    const found = new Set<string>();
    let page = reader.types('/many');
    for (;;) {
      for (const label of labels(page)) found.add(label);
      expect(labels(page).length).toBeLessThanOrEqual(25);
      if (!labels(page).includes('Next page')) break;
      page = reader.clicks(page, 'Next page');
    }
    expect([...found].filter((label) => label.startsWith('Thing'))).toHaveLength(123);
  });

  test('suggests topics while typing, and all of them when nothing is typed', () => {
    expect(ana.gets('')).toEqual(expect.arrayContaining(['Mitochondrion', 'Nucleus', 'Cell respiration']));
    expect(ana.gets('mito')[0]).toBe('Mitochondrion');
    expect(ana.gets('power')[0]).toBe('Mitochondrion');
  });
});
