import { areOrdered } from '../choices.ts';
import { quote, type Report } from '../findings.ts';
import { idFrom, uniqueId } from '../ids.ts';
import { cut, fitLength } from '../lengths.ts';
import { LENGTHS } from '../limits.ts';
import { foldText, nameKey } from '../names.ts';
import { makeQuestions } from '../notes/questions.ts';
import type { ReadTopic } from '../topicfile.ts';
import { type Choice, type LeftOut, MAX_TOPIC_ID, type Question, type Topic } from '../types.ts';
import { bareTopic } from './bare-topic.ts';
import { fromPlain } from './blocks.ts';
import type { Card } from './cards.ts';
import { isTwin, readDraft } from './drafts.ts';

/** Wrong choices beside the right one. */
const WRONG = 3;

/** What flash cards become. */
export interface CardTopics {
  topics: Topic[];
  /** Definitions of which no question is made. */
  leftOut: LeftOut[];
}

/**
 * Flash cards as topics. A card whose front is a question becomes one, its wrong choices being answers of other such cards; any other is
 * a topic, its front the name and its back what it is, about which questions are made as of notes.
 *
 * @param title the topic that has the questions
 */
export function topicsOfCards(cards: readonly Card[], title: string, report: Report): CardTopics {
  const asking = cards.filter(({ front }) => front.endsWith('?'));
  const read = termTopics(
    cards.filter((card) => !asking.includes(card)),
    report,
  );
  const made = makeQuestions(read);
  for (const [topic, questions] of made?.questions ?? []) topic.questions.push(...questions);
  const topics = read.map(({ topic }) => topic);
  const id = uniqueId(
    idFrom(title, MAX_TOPIC_ID),
    title,
    MAX_TOPIC_ID,
    new Set(topics.map((topic) => topic.id)),
  );
  const questions = questionsOf(asking, id, report);
  const quiz = { ...bareTopic(id, title, { file: report.file, line: 1 }), questions };
  return { topics: questions.length > 0 ? [quiz, ...topics] : topics, leftOut: made?.report.leftOut ?? [] };
}

/** One topic a term; what is said of a term again is one more fact. */
function termTopics(cards: readonly Card[], report: Report): ReadTopic[] {
  const topics = new Map<string, ReadTopic & { told: NonNullable<ReadTopic['told']> }>();
  const taken = new Set<string>();
  for (const { line, front, back } of cards) {
    const source = { file: report.file, line };
    const text = fitLength(report, { markdown: fromPlain(back), plain: back, line }, 'fact');
    const known = topics.get(nameKey(front));
    if (known) {
      known.told.push({ text, source });
      known.topic.facts.push({ text, source });
      continue;
    }
    const name = cut(front, LENGTHS.name.most);
    if (name !== front)
      report.warn(line, `the term ${quote(front)} is too long for a name and is cut`, 'shorten it');
    const id = uniqueId(idFrom(front, MAX_TOPIC_ID), front, MAX_TOPIC_ID, taken);
    const topic = { ...bareTopic(id, name, source), summary: text };
    topics.set(nameKey(front), { topic, report, told: [{ text, source }], line: () => line });
  }
  return [...topics.values()];
}

function questionsOf(cards: readonly Card[], topicId: string, report: Report): Question[] {
  const taken = new Map<string, number>();
  return cards.flatMap((card) => {
    const { line, front, back } = card;
    const others = othersThan(card, cards);
    if (others.length === 0) {
      report.error(
        line,
        'no other card has an answer to choose from',
        'add wrong choices in a table of questions',
      );
      return [];
    }
    const draft = { line, stem: fromPlain(front), choices: inOrder(back, others), explanation: '' };
    const question = readDraft(draft, topicId, report);
    return question && !isTwin(question, taken, report) ? [question] : [];
  });
}

/** Other answers, those that are most nearly as long first: a short one among long ones would stand out. */
function othersThan({ back }: Card, cards: readonly Card[]): string[] {
  const answers = new Map(cards.map((card) => [foldText(card.back), card.back]));
  answers.delete(foldText(back));
  const distance = (answer: string) => Math.abs(answer.length - back.length);
  return [...answers.values()].sort((a, b) => distance(a) - distance(b)).slice(0, WRONG);
}

/** The choices: the right one first, since they are shuffled, but numbers and the like in their order. */
function inOrder(right: string, wrong: readonly string[]): Choice[] {
  const all = [right, ...wrong];
  const order = areOrdered(all) ? all.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })) : all;
  return order.map((text) => ({ text: fromPlain(text), right: text === right }));
}
