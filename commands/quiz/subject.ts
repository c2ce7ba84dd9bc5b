import { UserError } from '../../src/chat/errors.ts';
import { foldName } from '../../src/core/knowledge/names.ts';
import type { Deck, Topic } from '../../src/core/knowledge/types.ts';
import type { Candidate } from '../../src/core/quiz/draw.ts';
import type { About } from '../../src/core/quiz/types.ts';
import { searchDecks } from '../../src/core/search/decks.ts';
import { suggest } from '../../src/core/search/suggest.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { candidatesIn, topicsAbout } from '../../src/runtime/subjects.ts';
import { say } from './sentences.ts';

/** What a quiz is about: topics of one deck, under a title. */
export interface Subject {
  deck: Deck;
  title: string;
  topics: readonly Topic[];
  /** The id of the category that it is. */
  category?: string;
}

/** Several topics that words may mean. */
export interface Unclear {
  deck: Deck;
  topics: readonly Topic[];
}

/**
 * What words mean: a deck, a category, a topic, two topics to compare; without words the usual deck, or the first.
 *
 * @param usual the deck to take where nothing tells
 * @throws UserError when there is no such thing
 */
export function subjectOf(
  shelves: readonly Shelf[],
  words: string | undefined,
  deckName: string | undefined,
  usual: string | undefined,
): Subject | Unclear {
  const among = deckName === undefined ? shelves : [deckNamed(shelves, deckName)];
  const first = among.find(({ deck }) => deck.id === usual) ?? among[0];
  if (!first) throw new UserError(say.noDecks);
  if (words === undefined) return wholeDeck(first.deck);
  const named = among.find(({ deck }) => isNamed(deck, words));
  if (named) return wholeDeck(named.deck);
  const category = among.flatMap(({ deck }) => categoryNamed(deck, words) ?? [])[0];
  if (category) return category;
  const found = searchDecks(
    [first, ...among.filter((shelf) => shelf !== first)].map(({ index }) => index),
    words,
  );
  if (!found || found.answer.verdict === 'none') throw new UserError(say.noTopic(words));
  const { deck } = found.index;
  const topics = found.answer.results.flatMap(
    ({ topic }) => deck.topics.find(({ id }) => id === topic) ?? [],
  );
  const [best, other] = topics;
  if (!best) throw new UserError(say.noTopic(words));
  if (found.answer.verdict === 'ambiguous') return { deck, topics };
  if (found.answer.results[0]?.why === 'comparison' && other)
    return { deck, title: `${best.name} and ${other.name}`, topics: [best, other] };
  return { deck, title: best.name, topics: [best] };
}

/** One topic of a deck, by ids; undefined when it is gone. */
export function topicSubject(shelves: readonly Shelf[], command: string, id: string): Subject | undefined {
  const deck = shelves.find((shelf) => shelf.deck.command === command)?.deck;
  const topic = deck?.topics.find((one) => one.id === id);
  return deck && topic && { deck, title: topic.name, topics: [topic] };
}

/** A subject as it is kept: a category by its id, so that topics that come to it later belong to it. */
export function aboutOf({ deck, topics, category }: Subject, level?: number): About {
  const isWhole = topics.length === deck.topics.length;
  return {
    deck: deck.id,
    ...(category !== undefined && { category }),
    ...(category === undefined && !isWhole && { topics: topics.map(({ id }) => id) }),
    ...(level !== undefined && { level }),
  };
}

/** What was kept as a subject, as it is now; undefined when its deck is gone. */
export function subjectAbout(shelves: readonly Shelf[], about: About, title: string): Subject | undefined {
  const found = topicsAbout(shelves, about);
  return found && { ...found, title, ...(about.category !== undefined && { category: about.category }) };
}

/**
 * The questions there are about a subject.
 *
 * @throws UserError when there are none
 */
export function candidatesOf({ deck, title, topics }: Subject, level?: number): Candidate[] {
  const candidates = topics
    .flatMap((topic) => candidatesIn(deck, topic))
    .filter(({ question }) => level === undefined || question.level === level);
  if (candidates.length === 0) throw new UserError(say.noQuestions(title, level));
  return candidates;
}

/** A question by its deck and id, where it is still there. */
export function candidateAt(
  shelves: readonly Shelf[],
  deckId: string,
  questionId: string,
): Candidate | undefined {
  const deck = shelves.find((shelf) => shelf.deck.id === deckId)?.deck;
  const topic = deck?.topics.find(({ questions }) => questions.some(({ id }) => id === questionId));
  return deck && topic && candidatesIn(deck, topic).find(({ question }) => question.id === questionId);
}

/** What to offer for a topic that is being typed: topics, and categories with those letters. */
export function subjectSuggestions(shelves: readonly Shelf[], typed: string): string[] {
  const wanted = foldName(typed);
  const titles = shelves
    .flatMap(({ deck }) => deck.categories.map(({ title }) => title))
    .filter((title) => foldName(title).includes(wanted));
  const names = shelves.flatMap(({ index }) => suggest(index, typed, 25).map(({ name }) => name));
  return [...new Set(typed === '' ? [...titles, ...names] : [...names, ...titles])].slice(0, 25);
}

function wholeDeck(deck: Deck): Subject {
  return { deck, title: deck.name, topics: deck.topics };
}

function deckNamed(shelves: readonly Shelf[], name: string): Shelf {
  const found = shelves.find(({ deck }) => isNamed(deck, name));
  if (!found) throw new UserError(say.noDeck(shelves.map(({ deck }) => deck.name).join(', ')));
  return found;
}

function isNamed({ id, command, name }: Deck, words: string): boolean {
  return [id, command, name].some((one) => foldName(one) === foldName(words));
}

function categoryNamed(deck: Deck, words: string): Subject | undefined {
  const wanted = foldName(words);
  const category = deck.categories.find(
    ({ id, title }) => foldName(title) === wanted || foldName(id) === wanted,
  );
  if (!category) return undefined;
  return {
    deck,
    title: category.title,
    topics: deck.topics.filter((topic) => topic.category === category.id),
    category: category.id,
  };
}
