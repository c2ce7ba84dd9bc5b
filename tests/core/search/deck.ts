import type { Deck, Topic } from '../../../src/core/knowledge/types.ts';

/** A topic of which only the named parts matter. */
export function topic(id: string, parts: Partial<Omit<Topic, 'facts'>> & { facts?: string[] } = {}): Topic {
  const source = { file: `${id}.md`, line: 1 };
  return {
    id,
    name: id,
    aliases: [],
    related: [],
    summary: '',
    confusions: [],
    asked: [],
    tips: [],
    questions: [],
    sources: [source],
    ...parts,
    facts: (parts.facts ?? []).map((text) => ({ text, source })),
  };
}

/** A deck of which only the named parts matter. */
export function deckOf(topics: Topic[], parts: Partial<Deck> = {}): Deck {
  return {
    id: 'library',
    name: 'Library',
    command: 'library',
    categories: [],
    topics,
    synonyms: [],
    elsewhere: [],
    ...parts,
  };
}

/** A small deck about a town library: nothing in the search may know about one subject only. */
export const library = deckOf(
  [
    topic('reading-room', {
      name: 'Reading Room',
      aliases: ['RR', 'study hall'],
      summary: 'A quiet room with desks.',
      facts: [
        'The Reading Room closes at nine in the evening.',
        'Desks in the Reading Room can be booked for three hours.',
      ],
      asked: ['where can I study in silence?', 'book a desk'],
    }),
    topic('inter-library-loan', {
      name: 'Inter-Library Loan (ILL)',
      aliases: ['distant loan'],
      summary: 'Borrows volumes from partner houses.',
      facts: ['A distant loan costs two crowns.'],
      asked: ['borrow a volume that you do not own', 'get articles from another town'],
    }),
    topic('microfilm', {
      name: 'Microfilm',
      aliases: ['microfiche', 'film reader'],
      summary: 'Old newspapers on film.',
      facts: ['Microfilm is read on one of four machines in the basement.'],
      asked: ['old newspapers', 'how do I read a paper from 1920?'],
    }),
    topic('catalogue', {
      name: 'Catalogue',
      aliases: ['OPAC'],
      summary: 'The list of all holdings.',
      asked: ['find out whether a title is held', 'renew a borrowed title'],
    }),
  ],
  {
    synonyms: [['quiet', 'silence', 'noiseless']],
    elsewhere: [
      {
        name: 'Town Archive',
        also: ['archive', 'birth records'],
        is: 'Keeps the records of the town.',
        near: ['microfilm'],
      },
    ],
  },
);
