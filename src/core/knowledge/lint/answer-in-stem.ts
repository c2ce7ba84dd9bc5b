import { wordsOf } from '../../search/text.ts';
import { GENERIC, STOP, VENDOR } from '../../search/words.ts';
import { quote } from '../findings.ts';
import { nameKey } from '../names.ts';
import type { Topic } from '../types.ts';
import type { Reported } from './judged.ts';
import type { KnownNames } from './known-names.ts';
import { type Wording, wordingOf } from './wording.ts';

/**
 * A stem that names its own answer ("Which service manages KMS keys?", AWS Key Management Service). Names that only lead to a topic
 * ("DDoS attack" to AWS Shield) give nothing away, nor does a name that a wrong choice shares or that stands beside a wrong choice's.
 */
export function lintAnswerInStem(questions: readonly Reported[], names: KnownNames): void {
  for (const { question, report, stem, right, wrong } of questions) {
    const named = names.within(stem.plain);
    if (named.size === 0 || wrong.some((choice) => namedAlike(choice, named, names))) continue;
    for (const choice of right) {
      const topic = names.topicOf(choice.plain);
      const told = (topic && named.get(topic))?.find(
        (name) => gives(name, choice) && !wrong.some((other) => gives(name, other)),
      );
      if (told === undefined) continue;
      report.warn(
        question.source.line,
        `the question holds ${quote(told)}, a name of its answer ${quote(choice.plain)}`,
        'describe what the question is about without naming it',
      );
    }
  }
}

/** Whether a stem's names give a wrong choice away as much as they would a right one. */
function namedAlike(choice: Wording, named: ReadonlyMap<Topic, string[]>, names: KnownNames): boolean {
  const topic = names.topicOf(choice.plain);
  return (topic && named.get(topic))?.some((name) => gives(name, choice)) ?? false;
}

/** Whether a name shares a word that is not said of everything with a choice, or one of the two abbreviates the other. */
function gives(name: string, choice: Wording): boolean {
  const shared = wordsOf(name).filter((word) => !GENERIC.has(word) && !STOP.has(word) && !VENDOR.has(word));
  return (
    wordingOf(shared.join(' ')).terms.intersection(choice.terms).size > 0 ||
    initialsOf(choice.plain).includes(nameKey(name)) ||
    initialsOf(name).includes(nameKey(choice.plain))
  );
}

/** What a name may be abbreviated as: "kms" and "akms" for AWS Key Management Service. */
function initialsOf(name: string): string[] {
  const words = wordsOf(name).filter((word) => !/^(?:and|for|in|of|the|to)$/.test(word));
  return [words, words.filter((word) => !VENDOR.has(word))]
    .filter(({ length }) => length > 1)
    .map((some) => some.map((word) => word[0]).join(''));
}
