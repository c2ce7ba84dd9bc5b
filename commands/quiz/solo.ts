import { actionId } from '../../src/chat/action.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import { parse, text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import { askedAs, type Candidate } from '../../src/core/quiz/draw.ts';
import { fits, isRight, picksOf } from '../../src/core/quiz/picks.ts';
import type { AskedQuestion } from '../../src/core/quiz/types.ts';
import type { House } from '../../src/runtime/house.ts';
import { playerOf } from '../../src/runtime/keys.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import type { Solo } from '../../src/runtime/solos.ts';
import { note, paragraph, row } from '../lookup/card.ts';
import { say } from './sentences.ts';
import { candidateAt, candidatesOf, subjectOf, topicSubject } from './subject.ts';
import { askedQuestion, choicesNamed, explanation, reportButton, rightAnswer } from './views.ts';

const COUNT = 10;

interface Wish {
  words?: string | undefined;
  deck?: string | undefined;
  level?: number | undefined;
  count?: number;
}

/** A quiz for the asker alone. */
export function startSolo(shelves: readonly Shelf[], house: House, wish: Wish, event: Event): Reply {
  const subject = subjectOf(shelves, wish.words, wish.deck, undefined);
  if (!('title' in subject)) {
    const { deck, topics } = subject;
    return privately(
      [
        paragraph(say.whichTopic(wish.words ?? '')),
        ...row(
          topics.map(({ id, name }) => ({ label: name, action: actionId('quiz', 'solo', deck.command, id) })),
        ),
      ],
      'ambiguous',
    );
  }
  const candidates = candidatesOf(subject, wish.level);
  return begun(
    shelves,
    house,
    { kind: 'solo', title: subject.title, candidates, count: wish.count ?? COUNT },
    event,
  );
}

/** A quiz about one topic: the button on its card. */
export function soloOn(
  shelves: readonly Shelf[],
  house: House,
  command: string,
  topic: string,
  event: Event,
): Reply {
  const subject = topicSubject(shelves, command, topic);
  if (!subject) throw new UserError(say.questionGone);
  return begun(
    shelves,
    house,
    { kind: 'solo', title: subject.title, candidates: candidatesOf(subject), count: COUNT },
    event,
  );
}

/** Practises the asker's mistakes, or those among the questions of a round. */
export function practise(
  shelves: readonly Shelf[],
  house: House,
  round: string | undefined,
  event: Event,
): Reply {
  return privately(
    (async () => {
      const setup = round === undefined ? undefined : (await house.store.rounds.get(round))?.setup;
      const asked = setup && new Set(setup.questions.map(({ deck, id }) => `${deck}/${id}`));
      const mistakes = await house.store.records.mistakes(playerOf(event).id);
      const candidates = mistakes
        .filter(({ deck, question }) => !asked || asked.has(`${deck}/${question}`))
        .flatMap(({ deck, question }) => candidateAt(shelves, deck, question) ?? []);
      if (candidates.length === 0) return [paragraph(asked ? say.missedNothing : say.noMistakes)];
      const game = { kind: 'practice', title: say.practiceTitle, candidates, count: COUNT } as const;
      return firstScreen(shelves, house, game, event);
    })(),
    'practise',
  );
}

/** A question of a solo; after the last one, the result. */
export function soloQuestion(
  shelves: readonly Shelf[],
  house: House,
  id: string,
  index: number,
  event: Event,
): Reply {
  return {
    ...privately((async () => screen(shelves, house, await ownSolo(house, id, event), index))(), 'solo'),
    replace: true,
  };
}

/** Marks an answer and says why it is right or not. */
export function soloAnswer(
  shelves: readonly Shelf[],
  house: House,
  { id, index, picks }: { id: string; index: number; picks: readonly number[] },
  event: Event,
): Reply {
  const message = async (): Promise<Message> => {
    const solo = await ownSolo(house, id, event);
    const asked = questionOf(shelves, solo, index);
    if (!asked) throw new UserError(say.questionGone);
    if (!fits(asked, picks)) throw new UserError(say.wrongPicks(picksOf(asked)));
    const kept = await house.solos.answer(solo, index, asked, picks.toSorted(), playerOf(event));
    const last = index + 1 >= solo.questions.length;
    return [
      paragraph(isRight(asked, kept) ? say.right : say.notRight),
      paragraph(parse(asked.stem)),
      ...(isRight(asked, kept) ? [] : [paragraph(say.yourAnswer(choicesNamed(asked, kept)))]),
      paragraph(rightAnswer(asked)),
      ...explanation(asked),
      ...row([
        {
          label: last ? say.buttons.result : say.buttons.nextQuestion,
          action: actionId('quiz', 'ask', id, String(index + 1)),
          primary: true,
        },
        reportButton('solo', id, index),
      ]),
    ];
  };
  return { ...privately(message(), 'solo'), replace: true };
}

/** The solo of this id, if it is the asker's. */
async function ownSolo(house: House, id: string, event: Event): Promise<Solo> {
  const solo = await house.solos.get(id);
  if (!solo) throw new UserError(say.soloGone);
  if (solo.player !== playerOf(event).id) throw new UserError(say.notYourSolo);
  return solo;
}

/** A question as it is asked in a solo: its choices stand in the same order whenever it is shown. */
export function questionOf(shelves: readonly Shelf[], solo: Solo, index: number): AskedQuestion | undefined {
  const wanted = solo.questions[index];
  const found = wanted && candidateAt(shelves, wanted.deck, wanted.question);
  return found && askedAs(found, solo.id);
}

interface Game {
  kind: Solo['kind'];
  title: string;
  candidates: readonly Candidate[];
  count: number;
}

function begun(shelves: readonly Shelf[], house: House, game: Game, event: Event): Reply {
  return privately(firstScreen(shelves, house, game, event), 'solo');
}

async function firstScreen(
  shelves: readonly Shelf[],
  house: House,
  game: Game,
  event: Event,
): Promise<Message> {
  const solo = await house.solos.start({ player: playerOf(event), ...game });
  return screen(shelves, house, solo, 0);
}

async function screen(shelves: readonly Shelf[], house: House, solo: Solo, index: number): Promise<Message> {
  if (index >= solo.questions.length) return result(house, solo);
  const asked = questionOf(shelves, solo, index);
  const where = note(say.soloQuestion(index, solo.questions.length, solo.title));
  if (asked) return [...askedQuestion(asked, actionId('quiz', 'pick', solo.id, String(index))), where];
  const next = {
    label: say.buttons.nextQuestion,
    action: actionId('quiz', 'ask', solo.id, String(index + 1)),
  };
  return [paragraph(text(say.questionGone)), where, ...row([next])];
}

async function result(house: House, { id, title }: Solo): Promise<Message> {
  const { answered, right } = await house.solos.score(id);
  return [
    { kind: 'text', heading: true, text: text(say.openingTitle(title)) },
    paragraph(say.soloResult(right, answered)),
    ...row([
      ...(right < answered ? [{ label: say.buttons.mistakes, action: actionId('quiz', 'mistakes') }] : []),
      { label: say.buttons.solo, action: actionId('quiz', 'solo') },
      { label: say.buttons.me, action: actionId('quiz', 'me') },
    ]),
  ];
}
