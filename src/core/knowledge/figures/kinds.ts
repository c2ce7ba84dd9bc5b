import type { Judged } from '../lint/judged.ts';
import type { KnownNames } from '../lint/known-names.ts';
import type { Question, Topic } from '../types.ts';

/** What kinds of answer questions take. */
export const KINDS = ['one of four', 'true or false', 'choose TWO', 'choose THREE', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind of a question, by its choices. */
export function kindOf({ choices }: Question): Kind {
  const right = choices.filter((choice) => choice.right).length;
  if (choices.every(({ text }) => /^(?:true|false)$/i.test(text))) return 'true or false';
  if (right === 2) return 'choose TWO';
  if (right === 3) return 'choose THREE';
  return right === 1 && choices.length === 4 ? 'one of four' : 'other';
}

/** Words of the shortest sentence that can describe a situation. */
const SITUATION = 4;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Whether a question describes a situation: before what it asks stands a sentence that asks nothing. */
export function isScenario({ question, stem }: Judged): boolean {
  return (
    kindOf(question) !== 'true or false' &&
    Array.from(sentences.segment(stem.plain), ({ segment }) => segment.trim()).some(
      (sentence) => !sentence.endsWith('?') && sentence.split(/\s+/).length >= SITUATION,
    )
  );
}

/** What a stem that asks for a difference says, and what one says that has another in mind. */
const difference = /\b(?:differ(?:s|ences?)?|sets? \S.* apart)\b/i;
const contrast = /\b(?:than|instead of|unlike|compares?|but|NOT)\b/;

/**
 * Whether a question tells neighbours apart: a wrong choice is a topic that is confused with the right one, or the stem asks for a
 * difference, or it holds one of two such topics against the other.
 */
export function tellsApart({ stem, right, wrong }: Judged, names: KnownNames): boolean {
  const topicsOf = (choices: Judged['right']) => choices.flatMap(({ plain }) => names.topicOf(plain) ?? []);
  const others = topicsOf(wrong);
  if (topicsOf(right).some((answer) => others.some((other) => areConfused(answer, other)))) return true;
  if (difference.test(stem.plain)) return true;
  const named = contrast.test(stem.plain) ? [...names.within(stem.plain).keys()] : [];
  return named.some((one) => named.some((other) => areConfused(one, other)));
}

function areConfused(one: Topic, other: Topic): boolean {
  const lists = (list: Topic, listed: Topic) => list.confusions.some(({ topic }) => topic === listed.id);
  return lists(one, other) || lists(other, one);
}
