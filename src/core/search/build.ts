import MiniSearch from 'minisearch';
import type { Deck } from '../knowledge/types.ts';
import { type Line, linesOf, Vocabulary } from './lines.ts';
import { NameIndex } from './names.ts';
import { Spelling } from './spelling.ts';
import { Synonyms } from './synonyms.ts';
import { wordsOf } from './text.ts';
import { STOP } from './words.ts';

/** A deck made ready to be searched. Everything but `deck` is the search's own business. */
export interface SearchIndex {
  readonly deck: Deck;
  readonly names: NameIndex;
  readonly synonyms: Synonyms;
  /** By topic id. */
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  readonly vocabulary: Vocabulary;
  readonly spelling: Spelling;
  readonly words: MiniSearch;
}

/** Prepares a deck for `search`. Pure: the deck is kept, not changed; a changed deck needs an index of its own. */
export function buildIndex(deck: Deck): SearchIndex {
  const synonyms = new Synonyms(deck.synonyms.map((group) => group.map(wordsOf)));
  const lines = new Map(deck.topics.map((topic) => [topic.id, linesOf(topic, synonyms)]));
  const vocabulary = new Vocabulary(lines);
  const words = new MiniSearch({
    fields: ['name', 'asked', 'told'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  words.addAll(
    [...lines].map(([id, topicLines]) => ({
      id,
      name: text(topicLines, 'name'),
      asked: text(topicLines, 'asked'),
      told: text(topicLines, 'told'),
    })),
  );
  return { deck, names: new NameIndex(deck), synonyms, lines, vocabulary, spelling: new Spelling(written(deck)), words };
}

function text(lines: readonly Line[], kind: Line['kind']): string {
  return lines.flatMap((line) => (line.kind === kind ? [...line.terms] : [])).join(' ');
}

/** Every word of the deck as it is written, once. */
function written(deck: Deck): Set<string> {
  const words = new Set<string>();
  for (const { name, aliases, asked, summary, facts } of deck.topics) {
    for (const said of [name, ...aliases, ...asked, summary, ...facts.map((fact) => fact.text)]) {
      for (const word of wordsOf(said)) if (!STOP.has(word)) words.add(word);
    }
  }
  return words;
}
