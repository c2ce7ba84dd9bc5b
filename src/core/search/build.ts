import MiniSearch from 'minisearch';
import type { Deck } from '../knowledge/types.ts';
import { type CategoryIndex, indexCategories } from './categories.ts';
import { type Line, type LineKind, linesOf } from './lines.ts';
import { NameIndex } from './names.ts';
import { Spelling } from './spelling.ts';
import { Synonyms } from './synonyms.ts';
import { wordsOf } from './text.ts';
import { Vocabulary } from './vocabulary.ts';

/** A deck made ready to be searched. Everything but `deck` is the search's own business. */
export interface SearchIndex {
  readonly deck: Deck;
  /** Topic names by id. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly names: NameIndex;
  readonly categories: CategoryIndex;
  readonly synonyms: Synonyms;
  readonly vocabulary: Vocabulary;
  readonly spelling: Spelling;
  /** By topic id. */
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  readonly words: MiniSearch;
}

/** Prepares a deck for `search`. The deck is kept, not changed; a changed deck needs an index of its own. */
export function buildIndex(deck: Deck): SearchIndex {
  const synonyms = new Synonyms(deck.synonyms.map((group) => group.map(wordsOf)));
  const vocabulary = new Vocabulary();
  const lines = new Map<string, readonly Line[]>();
  for (const topic of deck.topics) {
    const own = linesOf(topic, synonyms, vocabulary);
    lines.set(topic.id, own);
    vocabulary.countTopic(new Set(own.flatMap(({ terms }) => terms)), own[0]?.terms ?? []);
  }
  return {
    deck,
    nameOf: new Map(deck.topics.map(({ id, name }) => [id, name])),
    names: new NameIndex(deck),
    categories: indexCategories(deck),
    synonyms,
    vocabulary,
    spelling: new Spelling(vocabulary.written()),
    lines,
    words: indexWords(lines, vocabulary),
  };
}

function indexWords(lines: ReadonlyMap<string, readonly Line[]>, vocabulary: Vocabulary): MiniSearch {
  const words = new MiniSearch({
    fields: ['name', 'asked', 'told'] satisfies LineKind[],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  for (const [id, own] of lines) {
    const text = (kind: LineKind) =>
      own
        .filter((line) => line.kind === kind)
        .flatMap(({ terms }) => terms.map((term) => vocabulary.nameOf(term)))
        .join(' ');
    words.add({ id, name: text('name'), asked: text('asked'), told: text('told') });
  }
  return words;
}
