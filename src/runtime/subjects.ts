import type { Deck, Topic } from '../core/knowledge/types.ts';
import type { Candidate } from '../core/quiz/draw.ts';
import type { About } from '../core/quiz/types.ts';
import { tipsOf } from '../core/tips/candidates.ts';
import type { TipCandidate } from '../core/tips/choose.ts';
import type { Shelf } from './library.ts';

/** All tips of a deck, made once for each time it is read. */
const tips = new WeakMap<Deck, TipCandidate[]>();

/** The deck and the topics that something is about; nothing when the deck is gone. */
export function topicsAbout(
  shelves: readonly Shelf[],
  { deck: id, category, topics: chosen }: About,
): { deck: Deck; topics: Topic[] } | undefined {
  const deck = shelves.find((shelf) => shelf.deck.id === id)?.deck;
  if (!deck) return undefined;
  const isMeant = (topic: Topic) =>
    chosen ? chosen.includes(topic.id) : category === undefined || topic.category === category;
  return { deck, topics: deck.topics.filter(isMeant) };
}

/** The tips there are about something. */
export function tipsAbout(shelves: readonly Shelf[], about: About): TipCandidate[] {
  const found = topicsAbout(shelves, about);
  if (!found) return [];
  const all = tips.get(found.deck) ?? tipsOf(found.deck.id, found.deck.topics);
  tips.set(found.deck, all);
  const ids = new Set(found.topics.map(({ id }) => id));
  return all.filter(({ topic }) => ids.has(topic.id));
}

/** The questions there are about something. */
export function questionsAbout(shelves: readonly Shelf[], about: About): Candidate[] {
  const found = topicsAbout(shelves, about);
  return (found?.topics ?? [])
    .flatMap((topic) => (found ? candidatesIn(found.deck, topic) : []))
    .filter(({ question }) => about.level === undefined || question.level === about.level);
}

/** A topic's questions, each with the documentation to read on: its own, else the topic's. */
export function candidatesIn(deck: Deck, topic: Topic): Candidate[] {
  const { id, name } = topic;
  return topic.questions.map((question) => {
    const docs = question.docs ?? topic.docs;
    return {
      deck: deck.id,
      topic: { id, name },
      question: { ...question, ...(docs !== undefined && { docs }) },
    };
  });
}
