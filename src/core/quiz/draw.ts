import type { Question } from '../knowledge/types.ts';
import { type Random, seeded, shuffled } from './random.ts';
import { spread } from './spread.ts';
import type { AskedQuestion } from './types.ts';

/** A question that may be drawn, and where it comes from. */
export interface Candidate {
  /** The deck's id. */
  deck: string;
  topic: { id: string; name: string };
  question: Question;
}

export interface Draw {
  /** How many to draw; fewer are drawn where there are fewer. */
  count: number;
  /** When the place was last asked a question, by `deck/question`, in milliseconds since 1970. */
  seen: ReadonlyMap<string, number>;
  seed: string;
}

/**
 * Draws questions for a round: first what the place has not seen, then what it saw longest ago, in an order where no topic follows itself
 * if that can be avoided. The same seed draws the same from the same candidates.
 */
export function drawQuestions(
  candidates: readonly Candidate[],
  { count, seen, seed }: Draw,
): AskedQuestion[] {
  const random = seeded(seed);
  const drawn = freshestFirst(candidates, seen, random).slice(0, count);
  return spread(shuffled(drawn, random), ({ deck, topic }) => `${deck}/${topic.id}`).map((one) =>
    askedAs(one, seed),
  );
}

/**
 * The order in which a question's choices are asked: indexes into them as they stand in the file. True/false and numbers keep theirs.
 *
 * @param seed may be the same for many questions
 */
export function shuffledOrder({ id, choices, ordered }: Question, seed: string): number[] {
  const order = choices.map((_, index) => index);
  return ordered ? order : shuffled(order, seeded(`${seed}/${id}`));
}

/** The round's own copy of a question, with its choices in the order that follows from the seed. */
export function askedAs({ deck, topic, question }: Candidate, seed: string): AskedQuestion {
  const { id, task, level, stem, choices, explanation, docs, source } = question;
  return {
    deck,
    id,
    topic,
    ...(task !== undefined && { task }),
    level,
    stem,
    choices: shuffledOrder(question, seed).flatMap((index) => choices[index] ?? []),
    explanation,
    ...(docs !== undefined && { docs }),
    source,
  };
}

function freshestFirst(
  candidates: readonly Candidate[],
  seen: ReadonlyMap<string, number>,
  random: Random,
): Candidate[] {
  return shuffled(candidates, random)
    .map((candidate) => ({ candidate, at: seen.get(`${candidate.deck}/${candidate.question.id}`) ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .map(({ candidate }) => candidate);
}
