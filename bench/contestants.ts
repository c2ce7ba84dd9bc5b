import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Deck, Topic } from '../src/core/knowledge/types.ts';
import { buildIndex } from '../src/core/search/build.ts';
import { search } from '../src/core/search/search.ts';
import { stem, wordsOf } from '../src/core/search/text.ts';
import { STOP } from '../src/core/search/words.ts';

/** The topic that is offered first, and how sure of it the contestant is: the higher the surer. */
export interface Offered {
  topic: string;
  sureness: number;
}

/** Something that answers queries over a deck. */
export interface Contestant {
  name: string;
  /** Reads a deck; the answer to a query is `undefined` if nothing at all is found. */
  build(deck: Deck): (query: string) => Offered | undefined;
}

const studyhall: Contestant = {
  name: 'Studyhall',
  build(deck) {
    const index = buildIndex(deck);
    return (query) => {
      const { verdict, results } = search(index, query);
      return verdict === 'none' || !results[0] ? undefined : { topic: results[0].topic, sureness: 1 };
    };
  },
};

const fuseDefault: Contestant = {
  name: 'Fuse.js, default',
  build: (deck) =>
    asked(new Fuse(deck.topics, { keys: FUSE_KEYS.map(({ name }) => name), includeScore: true })),
};

const FUSE_KEYS = [
  { name: 'name', weight: 4 },
  { name: 'aliases', weight: 4 },
  { name: 'asked', weight: 2 },
  { name: 'summary', weight: 1 },
  { name: 'facts.text', weight: 1 },
];

const fuseTuned: Contestant = {
  name: 'Fuse.js, tuned',
  build: (deck) =>
    asked(
      new Fuse(deck.topics, {
        keys: FUSE_KEYS,
        includeScore: true,
        ignoreLocation: true,
        ignoreDiacritics: true,
        ignoreFieldNorm: true,
        useTokenSearch: true,
        threshold: 0.25,
      }),
    ),
};

const miniSearchTuned: Contestant = {
  name: 'MiniSearch, tuned',
  build(deck) {
    const index = new MiniSearch<Topic>({
      fields: ['name', 'aliases', 'asked', 'summary', 'facts'],
      extractField: (topic, field) => {
        if (field === 'facts') return topic.facts.map(({ text }) => text).join(' ');
        if (field === 'aliases' || field === 'asked') return topic[field].join(' ');
        return field === 'name' ? topic.name : field === 'id' ? topic.id : topic.summary;
      },
      tokenize: wordsOf,
      processTerm: (word) => (STOP.has(word) ? null : stem(word)),
      searchOptions: {
        boost: { name: 4, aliases: 4, asked: 2 },
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        prefix: (_term, place, terms) => place === terms.length - 1,
      },
    });
    index.addAll(deck.topics);
    return (query) => {
      const [first] = index.search(query);
      return first && { topic: String(first.id), sureness: first.score };
    };
  },
};

/** All are given the same topics with all that is searched in them: names, aliases, "people also ask", summary, facts. */
export const CONTESTANTS: readonly Contestant[] = [studyhall, fuseDefault, fuseTuned, miniSearchTuned];

function asked(fuse: Fuse<Topic>): (query: string) => Offered | undefined {
  return (query) => {
    const [first] = fuse.search(query, { limit: 1 });
    return first && { topic: first.item.id, sureness: 1 - (first.score ?? 1) };
  };
}
