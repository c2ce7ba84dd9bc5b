import { actionId } from '../../src/chat/action.ts';
import type { Event } from '../../src/chat/event.ts';
import { join, type Markup, parse } from '../../src/chat/markup.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import { askedAs } from '../../src/core/quiz/draw.ts';
import type { AskedQuestion } from '../../src/core/quiz/types.ts';
import type { House } from '../../src/runtime/house.ts';
import { playerOf } from '../../src/runtime/keys.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { facts, note, paragraph, row } from '../lookup/card.ts';
import { say } from './sentences.ts';
import { candidateAt } from './subject.ts';

const MISTAKES_SHOWN = 5;
const TOPICS_SHOWN = 15;
const WEAKEST = 3;

/** What the asker got wrong, with explanations. */
export function mistakes(shelves: readonly Shelf[], house: House, event: Event): Reply {
  return privately(
    (async (): Promise<Message> => {
      const all = await house.store.records.mistakes(playerOf(event).id);
      const known = all.flatMap(({ deck, question }) => candidateAt(shelves, deck, question) ?? []);
      if (known.length === 0) return [paragraph(say.noMistakes)];
      const shown = known.slice(0, MISTAKES_SHOWN).map((found) => askedAs(found, ''));
      return [
        paragraph(say.mistakesCount(known.length)),
        ...shown.flatMap((asked) => [
          paragraph(parse(asked.stem)),
          ...facts([inWords(asked), ...(asked.explanation === '' ? [] : [parse(asked.explanation)])]),
        ]),
        ...(known.length > shown.length ? [note(say.othersToo(known.length - shown.length))] : []),
        ...row([{ label: say.buttons.practise, action: actionId('quiz', 'practise'), primary: true }]),
      ];
    })(),
    'mistakes',
  );
}

/** The right choices without letters: the choices do not stand beside them. */
function inWords({ choices }: AskedQuestion): Markup {
  const right = choices.filter((choice) => choice.right).map(({ text }) => parse(text));
  return say.rightAnswer(join(right, ' and '), right.length);
}

interface Sum {
  name: string;
  asked: number;
  right: number;
  practise?: Button;
}

/** How the asker does, by topic and by exam task, with the weakest topics to practise. */
export function me(shelves: readonly Shelf[], house: House, event: Event): Reply {
  return privately(
    (async (): Promise<Message> => {
      const progress = await house.store.records.progress(playerOf(event).id);
      if (progress.length === 0) return [paragraph(say.noProgress)];
      const topics = new Map<string, Sum>();
      const tasks = new Map<string, Sum>();
      for (const { deck: deckId, topic: topicId, task, ...score } of progress) {
        const deck = shelves.find((shelf) => shelf.deck.id === deckId)?.deck;
        const topic = deck?.topics.find(({ id }) => id === topicId);
        if (deck && topic) {
          const action = actionId('quiz', 'solo', deck.command, topic.id);
          add(topics, `${deckId}/${topicId}`, {
            name: topic.name,
            practise: { label: say.practiseTopic(topic.name), action },
            ...score,
          });
        }
        if (deck && task !== undefined) add(tasks, `${deckId}/${task}`, { name: task, ...score });
      }
      const asked = progress.reduce((sum, one) => sum + one.asked, 0);
      const right = progress.reduce((sum, one) => sum + one.right, 0);
      const weakFirst = [...topics.values()].sort(weaker);
      const weakest = weakFirst.filter((sum) => sum.right < sum.asked).slice(0, WEAKEST);
      const more = weakFirst.length - TOPICS_SHOWN;
      const byName = [...tasks.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
      return [
        paragraph(say.progressTotal(right, asked)),
        ...facts(
          [...weakFirst.slice(0, TOPICS_SHOWN).map(line), ...(more > 0 ? [say.othersToo(more)] : [])],
          say.byTopic,
        ),
        ...facts(byName.map(line), say.byTask),
        ...row(weakest.flatMap(({ practise }) => practise ?? [])),
      ];
    })(),
    'me',
  );
}

function add(sums: Map<string, Sum>, key: string, score: Sum): void {
  const before = sums.get(key);
  sums.set(key, {
    ...score,
    asked: score.asked + (before?.asked ?? 0),
    right: score.right + (before?.right ?? 0),
  });
}

function line({ name, right, asked }: Sum) {
  return say.line(name, right, asked);
}

/** The lower share first; among equals the one that was asked more. */
function weaker(one: Sum, other: Sum): number {
  return one.right / one.asked - other.right / other.asked || other.asked - one.asked;
}
