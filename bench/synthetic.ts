import type { Deck, Topic } from '../src/core/knowledge/types.ts';

/** A query and the topic that it is for; `undefined` for one that the deck knows nothing about. */
export interface Asked {
  query: string;
  topic?: string;
}

const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io'];
const CODAS = ['', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 't', 'x'];
/** Words of a synthetic language, the frequent ones first; each text takes them by Zipf's law, as people do. */
const LEXICON_SIZE = 8000;

/**
 * A deck of `size` made-up topics, each with a name of two or three words, two aliases, six "people also ask" lines and five facts,
 * in a language of made-up words. The same size always gives the same deck.
 */
export function syntheticDeck(size: number): Deck {
  const random = generator(size);
  const lexicon = lexiconOf(random);
  const text = (words: number) => Array.from({ length: words }, () => common(lexicon, random)).join(' ');
  const rare = () => capital(lexicon[Math.floor(random() * lexicon.length)] ?? '');
  const topics = Array.from({ length: size }, (_, number): Topic => {
    const id = `topic-${number}`;
    const source = { file: `${id}.md`, line: 1 };
    return {
      id,
      name: [rare(), rare(), ...(random() < 0.3 ? [rare()] : [])].join(' '),
      aliases: [rare() + rare().toLowerCase(), `${rare()} ${rare()}`],
      related: [],
      summary: text(20),
      facts: Array.from({ length: 5 }, () => ({ text: text(14), source })),
      confusions: [],
      asked: Array.from({ length: 6 }, () => text(6)),
      tips: [],
      questions: [],
      sources: [source],
    };
  });
  return {
    id: 'synthetic',
    name: 'Synthetic',
    command: 'synthetic',
    categories: [],
    topics,
    synonyms: [],
    elsewhere: [],
  };
}

/**
 * Queries for such a deck: in turn a topic's name, its name with two letters swapped, an alias glued, the words of a question in
 * another order with one left out, and words of another language.
 */
export function syntheticQueries(deck: Deck, count: number): Asked[] {
  const random = generator(count);
  return Array.from({ length: count }, (_, turn): Asked => {
    const topic = deck.topics[Math.floor(random() * deck.topics.length)];
    if (!topic || turn % 5 === 4) {
      return {
        query: Array.from({ length: 3 }, () => `${syllable(random)}zz${syllable(random)}q`).join(' '),
      };
    }
    const question = (topic.asked[0] ?? '').split(' ');
    const kinds = [
      topic.name,
      swapped(topic.name),
      glued(topic.aliases[1] ?? ''),
      question.slice(1).reverse().join(' '),
    ];
    return { query: kinds[turn % 5] ?? topic.name, topic: topic.id };
  });
}

function swapped(name: string): string {
  const at = Math.floor(name.length / 2);
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

function glued(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}

function lexiconOf(random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < LEXICON_SIZE)
    words.add(syllable(random) + syllable(random) + (random() < 0.5 ? syllable(random) : ''));
  return [...words];
}

function syllable(random: () => number): string {
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)] ?? '';
  return one(ONSETS) + one(VOWELS) + one(CODAS);
}

/** A word of rank r with a likelihood of about 1/r. */
function common(lexicon: readonly string[], random: () => number): string {
  return lexicon[Math.floor(lexicon.length ** random()) - 1] ?? lexicon[0] ?? '';
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A small deterministic generator of numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
