import { quote } from '../findings.ts';
import type { Topic } from '../types.ts';
import type { Judged, Reported } from './judged.ts';
import type { KnownNames } from './known-names.ts';
import { overlap, termsOf, type Wording } from './wording.ts';

/** A wrong choice that shares this part of its words with a right one is a near one. */
const NEAR = 0.6;
/** An explanation names a choice if it has this part of the words that the choice alone has. */
const NAMED = 1 / 3;

/** Half of the words that it does not share with a right one will do as well, though the question has them. */
const NAMED_WITH_QUESTION = 1 / 2;

/**
 * An explanation must also say why the nearest wrong choice is wrong: one that is worded like a right choice, or that is listed under
 * "Not to be confused with" of a right one. It may speak of the topic in whose file it stands instead. Where no wrong choice is near,
 * any will do.
 */
export function lintExplanations(questions: readonly Reported[], names: KnownNames): void {
  for (const judged of questions) {
    const { question, report, explanation, wrong } = judged;
    if (question.ordered || explanation.terms.size === 0) continue;
    const told = names.within(explanation.plain);
    const named = wrong.filter(({ plain, terms }) => {
      const topic = names.topicOf(plain);
      return (topic !== undefined && told.has(topic)) || hasWordsOf(terms, judged);
    });
    const nearest = wrong.filter((choice) => isNear(choice, judged, names));
    if (named.some((choice) => nearest.length === 0 || isAkin(choice, judged, names))) continue;
    const which = (nearest.length > 0 ? nearest : wrong).map(({ plain }) => quote(plain)).join(', nor ');
    report.warn(
      question.source.line,
      `the explanation does not speak of ${which}`,
      'say in half a sentence why the nearest wrong choice is wrong',
    );
  }
}

/** Whether the explanation has the words that set a choice apart. */
function hasWordsOf(terms: ReadonlySet<string>, { stem, right, explanation }: Judged): boolean {
  const other = terms.difference(termsOf(right));
  const own = other.difference(stem.terms);
  const has = (some: ReadonlySet<string>, part: number) =>
    some.size > 0 && some.intersection(explanation.terms).size >= some.size * part;
  return has(own.size > 0 ? own : terms, NAMED) || has(other, NAMED_WITH_QUESTION);
}

/**
 * Whether a wrong choice is a near one. Where it is made of the same words as the rest there is nothing to name it by; beside two right
 * choices, what is confused with one of them may be far from what is asked.
 */
function isNear(choice: Wording, { stem, right }: Judged, names: KnownNames): boolean {
  if (isWordedLike(choice, right)) return !choice.terms.isSubsetOf(termsOf([stem, ...right]));
  const [answer, second] = right.map(({ plain }) => names.topicOf(plain));
  const topic = names.topicOf(choice.plain);
  return second === undefined && answer !== undefined && topic !== undefined && confuses(answer, topic);
}

/** Whether a wrong choice is near, or of the question's own topic, of the answer's, or of one that is confused with the answer's. */
function isAkin(choice: Wording, { topic: own, right }: Judged, names: KnownNames): boolean {
  const topicsOf = ({ plain }: Wording) => {
    const whole = names.topicOf(plain);
    return whole ? [whole] : [...names.within(plain).keys()];
  };
  const answers = right.flatMap(topicsOf);
  const isRelated = (topic: Topic) =>
    topic === own ||
    answers.some((answer) => topic === answer || confuses(topic, answer) || confuses(answer, topic));
  return isWordedLike(choice, right) || topicsOf(choice).some(isRelated);
}

function isWordedLike(choice: Wording, right: readonly Wording[]): boolean {
  return right.some(({ terms }) => overlap(choice.terms, terms) >= NEAR);
}

function confuses(one: Topic, other: Topic): boolean {
  return one.confusions.some(({ topic }) => topic === other.id);
}
