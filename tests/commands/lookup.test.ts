import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { biology } from './biology.ts';
import { deckOf, labels, member, shippedDeck } from './stage.ts';

const ana = member([biology], 'open');
const ben = member([biology], 'quiet');

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
    expect(seen.text).toContain('(Also called: power plant)');
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

describe('who sees an answer', () => {
  test('everyone where channels are open, unless asked for in private', () => {
    expect(ana.types('/biology nucleus').by).toBe('everyone');
    expect(ana.types('/biology nucleus --private').by).toBe('the asker');
  });

  test('the asker where channels are quiet, unless asked for in public; then it says who asked', () => {
    expect(ben.types('/biology nucleus').by).toBe('the asker');
    const seen = ben.types('/biology nucleus --public');
    expect(seen.by).toBe('everyone');
    expect(seen.text).toMatch(/\(Asked by Ana\)$/);
  });

  test('who asked in a quiet channel may share the very same answer', () => {
    const asked = ben.types('/biology which cells have no mitochondria, red blood cells?');
    const shared = ben.clicks(asked, 'Share with everyone');
    expect(shared.by).toBe('everyone');
    expect(shared.text).toBe(`${asked.text}\n(Shared by Ana)`);
    expect(labels(shared)).not.toContain('Share with everyone');
    expect(labels(ana.types('/biology nucleus --private'))).not.toContain('Share with everyone');
  });

  test('a comparison can be shared too', () => {
    const asked = ben.types('/biology nucleus vs mitochondrion');
    const shared = ben.clicks(asked, 'Share with everyone');
    expect(shared.text).toBe(`${asked.text}\n(Shared by Ana)`);
  });

  test('in a direct message there is nobody to share with', () => {
    expect(labels(member([biology], 'quiet', true).types('/biology nucleus'))).not.toContain(
      'Share with everyone',
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

describe('what could be meant in several ways', () => {
  const twins = deckOf('twins', {
    'caesar.md':
      '---\nname: Julius Caesar\n---\nA general.\n\n## Facts\n- Julius Caesar crossed the Rubicon.\n',
    'augustus.md':
      '---\nname: Augustus Caesar\n---\nAn emperor.\n\n## Facts\n- Augustus Caesar ended the republic.\n',
  });

  test('is asked back in private, and answered with the privacy that was chosen first', () => {
    const open = member([twins], 'open');
    const which = open.types('/twins caesar');
    expect([which.by, which.verdict]).toEqual(['the asker', 'ambiguous']);
    expect(which.text).toBe('Which of these do you mean by “caesar”?');
    expect(labels(which).sort()).toEqual(['Augustus Caesar', 'Julius Caesar']);
    expect(open.clicks(which, 'Julius Caesar').by).toBe('everyone');
    expect(open.clicks(open.types('/twins caesar --private'), 'Julius Caesar').by).toBe('the asker');
  });
});

describe('what the deck does not know', () => {
  test('is said kindly and in private, with something to click', () => {
    const seen = ana.types('/biology pizza dough');
    expect([seen.by, seen.verdict]).toEqual(['the asker', 'none']);
    expect(seen.text).toMatch(/^I found nothing about “pizza dough” in Cell biology\./);
    expect(labels(seen)).toContain('Browse all topics');
  });

  test('and lies elsewhere gets its sentence, its documentation and the nearest topic', () => {
    const seen = ana.types('/biology photosystem');
    expect([seen.by, seen.verdict]).toEqual(['the asker', 'elsewhere']);
    expect(seen.text).toMatch(
      /^Photosystem is not in Cell biology\. Part of how plants catch light\. Documentation\n/,
    );
    expect(JSON.stringify(seen.message)).toContain('https://example.org/photosystem');
    expect(labels(seen)).toEqual(['Cell respiration', 'Browse all topics']);
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

describe('old and forged buttons', () => {
  test('of a topic that is gone say so', () => {
    expect(ana.clicksId('biology:show:golgi:public').text).toBe(
      'That topic is not in the deck any more. Type its name to look it up again.',
    );
  });

  test('never throw and are always answered', () => {
    const verb = fc.constantFrom('show', 'share', 'both', 'more', 'browse', 'nothing');
    const arg = fc.oneof(
      fc.string(),
      fc.constantFrom('nucleus', 'mitochondrion', '-1', '1e9', 'NaN', 'public'),
    );
    fc.assert(
      fc.property(verb, fc.array(arg, { maxLength: 4 }), (name, args) => {
        const id = `biology:${name}:${args.map(encodeURIComponent).join(':')}`;
        expect(ana.clicksId(id).text).not.toBe('');
      }),
    );
  });
});

test('every card of the shipped deck can show all its buttons in one message', () => {
  const deck = shippedDeck();
  const reader = member([deck], 'quiet');
  for (const { name } of deck.topics) {
    const seen = reader.types(`/aws ${name}`);
    expect(seen.text.split('\n')[0]).toBe(`# ${name}`);
    expect(new Set(labels(seen)).size).toBe(labels(seen).length);
    expect(labels(reader.clicks(seen, 'More')).length).toBeGreaterThan(0);
  }
});
