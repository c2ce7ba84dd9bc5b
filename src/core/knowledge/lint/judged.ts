import type { Report } from '../findings.ts';
import type { Question, Topic } from '../types.ts';
import { type Wording, wordingOf } from './wording.ts';

/** Rates and rare words mean something only in a set of this many questions. */
export const FEWEST = 20;

/** A question and its words. */
export interface Judged {
  question: Question;
  /** The topic in whose file it stands. */
  topic: Topic;
  stem: Wording;
  right: Wording[];
  wrong: Wording[];
  explanation: Wording;
}

/** A question and where findings in it go. */
export interface Reported extends Judged {
  report: Report;
}

/** What a stem says about its form and not about its subject. */
const form = /^\s*true or false:|\(\s*(?:choose|select|pick)\s+\w+\.?\s*\)/gi;

/** The questions of a topic, ready to be weighed. */
export function judge(topic: Topic): Judged[] {
  return topic.questions.map((question) => {
    const wordings = (right: boolean) =>
      question.choices.filter((choice) => choice.right === right).map(({ text }) => wordingOf(text));
    return {
      question,
      topic,
      stem: wordingOf(question.stem.replaceAll(form, ' ')),
      right: wordings(true),
      wrong: wordings(false),
      explanation: wordingOf(question.explanation),
    };
  });
}
