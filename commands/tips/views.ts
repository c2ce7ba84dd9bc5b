import { actionId } from '../../src/chat/action.ts';
import { link, parse, text } from '../../src/chat/markup.ts';
import type { Message, Part } from '../../src/chat/message.ts';
import { isRight } from '../../src/core/quiz/picks.ts';
import type { TipCandidate } from '../../src/core/tips/choose.ts';
import type { Daily } from '../../src/runtime/dailies.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import type { TipViews } from '../../src/runtime/tips.ts';
import { note, paragraph, row } from '../lookup/card.ts';
import { askedQuestion, explanation, rightAnswer } from '../quiz/views.ts';
import { say } from './sentences.ts';

/** What is posted day by day, as messages. */
export const tipViews: TipViews = {
  tip: (tip, shelves) => [
    paragraph(say.tipOf(tip.topic.name)),
    paragraph(parse(tip.text)),
    ...origin(tip, shelves),
  ],
  question: (daily) => [
    ...askedQuestion(daily.question, actionId('tips', 'answer', daily.id)),
    note(say.questionNote),
    ...row([{ label: say.buttons.show, action: actionId('tips', 'show', daily.id) }]),
  ],
  reveal: ({ question }, answers) => [
    { kind: 'text', heading: true, text: text(say.revealTitle) },
    paragraph(parse(question.stem)),
    paragraph(rightAnswer(question)),
    paragraph(say.numbers(answers.filter(({ picks }) => isRight(question, picks)).length, answers.length)),
    ...explanation(question),
  ],
  paused: (subscription) => [paragraph(say.tellPaused(subscription))],
};

/** The right answer to a question of the day, for one reader alone. */
export function shown({ question }: Daily): Message {
  return [paragraph(parse(question.stem)), paragraph(rightAnswer(question)), ...explanation(question)];
}

/** Where a tip comes from, and what leads on from it. */
function origin({ deck: deckId, topic: { id }, source }: TipCandidate, shelves: readonly Shelf[]): Part[] {
  const deck = shelves.find((shelf) => shelf.deck.id === deckId)?.deck;
  const topic = deck?.topics.find((one) => one.id === id);
  if (!deck || !topic) return [];
  return [
    ...(source ? [note(say.source(source.file, source.line))] : []),
    ...(topic.docs ? [note(link(say.docs, topic.docs))] : []),
    ...row([
      { label: say.buttons.more, action: actionId(deck.command, 'show', id, 'private') },
      ...(topic.questions.length > 0
        ? [{ label: say.buttons.quiz, action: actionId('quiz', 'solo', deck.command, id) }]
        : []),
    ]),
  ];
}
