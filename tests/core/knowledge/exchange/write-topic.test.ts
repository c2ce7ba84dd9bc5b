import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../../../src/core/knowledge/exchange/files.ts';
import { writeTopic } from '../../../../src/core/knowledge/exchange/write-topic.ts';
import type { Deck, Topic } from '../../../../src/core/knowledge/types.ts';
import { shippedDeck } from '../../search/golden.ts';
import { deckOf, read, topicOf } from '../decks.ts';

/** A deck written and read again. */
function again(deck: Pick<Deck, 'topics' | 'categories'>): Deck {
  return deckOf(Object.fromEntries(filesOf(deck, 'deck').map(({ path, text }) => [path, text])));
}

/** A topic without the places where its parts stand. */
function said({ sources: _, facts, questions, ...topic }: Topic) {
  return {
    ...topic,
    facts: facts.map(({ text }) => text),
    questions: questions.map(({ source: _source, fromNotes: _fromNotes, ...question }) => question),
  };
}

/** What a deck says, whether its marks are escaped or stand where they mean nothing. */
function unescaped({ topics }: Deck): unknown {
  const bare = (_: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\\', '').trim() : value;
  return JSON.parse(JSON.stringify(topics.map(said), bare));
}

test('the shipped deck, written and read again, says the very same', () => {
  const deck = shippedDeck();
  expect(again(deck).topics.map(said)).toEqual(deck.topics.map(said));
});

test('whatever notes say is said by the topic files that they become', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '**b**',
      '`c`',
      '---',
      '> ',
      '[a]: b',
      '[x] ',
      '|',
      '#',
      '&amp;',
      '\\',
      '*',
    ),
    fc.string({ maxLength: 8 }),
    fc.constantFrom('tern', 'flies far', 'dives', 'auk'),
  );
  const line = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { deck } = read({
        'notes.md': lines.map((text, at) => `${at % 3 === 0 ? '## ' : '- '}${text}`).join('\n'),
      });
      if (deck) expect(unescaped(again(deck))).toEqual(unescaped(deck));
    }),
    { numRuns: 150 },
  );
});

describe('a topic file', () => {
  const deck = deckOf({
    'tern.md':
      '---\nname: "Tern: a bird"\nrelated: [auk]\n---\nA bird.\n\n## Not to be confused with\n- [x](auk.md): it dives\n\n## Tips\n- Look.\n\n## Questions\n### Which?\n- [x] Tern #\n- [ ] - Auk\n\n> No auk.',
    'auk.md': '---\nname: Auk *rare*\n---\nA bird.',
  });

  test('reads well, with all ids written out', () => {
    const [tern] = filesOf(deck, 'deck').filter(({ path }) => path === 'tern.md');
    expect(tern?.text).toMatch(
      /^---\nname: "Tern: a bird"\nrelated:\n {2}- auk\n---\nA bird\.\n\n## Not to be confused with\n- \[Auk \\\*rare\\\*\]\(auk\.md\): it dives\n\n## Tips\n- Look\. · id tern-\w+\n\n## Questions\n### Which\?\nlevel 1 · id tern-\w+\n\n- \[x\] Tern #\n- \[ \] - Auk\n\n> No auk\.\n$/,
    );
  });

  test('keeps texts that look like the marks of blocks', () => {
    const tern = topicOf(deck, 'tern');
    for (const text of [
      '# no heading',
      '- no list',
      '1. no list',
      '> no quote',
      '---',
      '[a]: no definition',
      '[x] no box',
    ])
      expect(
        topicOf(
          deckOf({
            'tern.md': writeTopic({ ...tern, confusions: [], related: [], summary: text }, () => undefined),
          }),
          'tern',
        ).summary.replace('\\', ''),
      ).toBe(text);
  });
});

test('a deck of another name than its folder, or with categories, has a deck.yaml', () => {
  const none = { topics: [], categories: [] };
  expect(filesOf(none, 'birds')).toEqual([]);
  expect(filesOf({ ...none, categories: [{ id: 'sea', title: 'Sea birds' }] }, 'Birds of prey')).toEqual([
    { path: 'deck.yaml', text: 'name: Birds of prey\ncategories:\n  sea: Sea birds\n' },
  ]);
});
