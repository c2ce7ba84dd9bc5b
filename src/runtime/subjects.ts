import type { Deck, Topic } from '../core/knowledge/types.ts';
import type { Candidate } from '../core/quiz/draw.ts';
import { tipsOf } from '../core/tips/candidates.ts';
import type { TipCandidate } from '../core/tips/choose.ts';
import type { Subscription } from '../store/types.ts';
import type { Shelf } from './library.ts';

type Subject = Subscription['subject'];

/** All tips of a deck, made once for each time it is read. */
const tips = new WeakMap<Deck, TipCandidate[]>();

/** The tips about a subject; none when its deck is gone. */
export function tipsAbout(shelves: readonly Shelf[], subject: Subject): TipCandidate[] {
  const deck = deckOf(shelves, subject);
  if (!deck) return [];
  const all = tips.get(deck) ?? tipsOf(deck.id, deck.topics);
  tips.set(deck, all);
  const ids = new Set(topicsOf(deck, subject).map(({ id }) => id));
  return all.filter(({ topic }) => ids.has(topic.id));
}

/** The questions about a subject. */
export function questionsOf(shelves: readonly Shelf[], subject: Subject): Candidate[] {
  const deck = deckOf(shelves, subject);
  return deck ? topicsOf(deck, subject).flatMap((topic) => candidatesIn(deck, topic)) : [];
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

function deckOf(shelves: readonly Shelf[], { deck: id }: Subject): Deck | undefined {
  return shelves.find(({ deck }) => deck.id === id)?.deck;
}

function topicsOf({ topics }: Deck, { category, topics: chosen }: Subject): Topic[] {
  if (chosen) return topics.filter(({ id }) => chosen.includes(id));
  return category === undefined ? topics : topics.filter((topic) => topic.category === category);
}
