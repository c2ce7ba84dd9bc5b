import { parse } from '../../src/chat/markup.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import type { Topic } from '../../src/core/knowledge/types.ts';
import { facts, inOneSentence, note, paragraph, row } from './card.ts';
import { say } from './sentences.ts';

const FACTS_EACH = 3;

/** Two topics told apart: each in a sentence, facts in sequence, and the sentence that tells one from the other. */
export function comparison(one: Topic, other: Topic, buttons: readonly Button[]): Message {
  const apart = sentencesApart(one, other);
  return [
    { kind: 'text', heading: true, text: say.versus(one.name, other.name) },
    ...[one, other].flatMap((topic) => [
      paragraph(inOneSentence(topic)),
      ...facts(
        topic.facts
          .filter(({ text }) => text !== topic.summary)
          .slice(0, FACTS_EACH)
          .map(({ text }) => parse(text)),
      ),
    ]),
    ...facts(apart.map(parse), apart.length > 0 ? say.apart : undefined),
    ...(one.reviewed && one.reviewed === other.reviewed ? [note(say.reviewed(one.reviewed))] : []),
    ...row(buttons),
  ];
}

/** As the first topic's file tells it; where it is silent, as the other's does. */
function sentencesApart(one: Topic, other: Topic): string[] {
  const told =
    one.confusions.find(({ topic }) => topic === other.id) ??
    other.confusions.find(({ topic }) => topic === one.id);
  return told ? [told.text] : [];
}
