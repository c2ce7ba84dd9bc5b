import { join, link, parse } from '../../src/chat/markup.ts';
import type { Button, Message, Part } from '../../src/chat/message.ts';
import type { Topic } from '../../src/core/knowledge/types.ts';
import { facts, inOneSentence, note, paragraph, row } from './card.ts';
import { say } from './sentences.ts';

const FACTS_EACH = 3;

/** Two topics told apart: each in a sentence, facts in sequence, and the sentence that tells one from the other. */
export function comparison(one: Topic, other: Topic, buttons: readonly Button[]): Message {
  const both = [one, other];
  const apart = sentenceApart(one, other);
  return [
    { kind: 'text', heading: true, text: say.versus(one.name, other.name) },
    ...both.flatMap((topic) => [paragraph(inOneSentence(topic)), ...firstFacts(topic)]),
    ...(apart === undefined ? [] : [paragraph(say.apart(parse(apart)))]),
    ...origins(both),
    ...row(buttons),
  ];
}

function firstFacts({ facts: all, summary }: Topic): Part[] {
  const others = all.filter(({ text }) => text !== summary);
  return facts(others.slice(0, FACTS_EACH).map(({ text }) => parse(text)));
}

/** What tells two topics apart, as the first topic's file has it; where that is silent, as the other's has. */
export function sentenceApart(one: Topic, other: Topic): string | undefined {
  const told =
    one.confusions.find(({ topic }) => topic === other.id) ??
    other.confusions.find(({ topic }) => topic === one.id);
  return told?.text;
}

/** Both documentations, and the day on which the older of the two was checked. */
function origins(topics: readonly Topic[]): Part[] {
  const links = topics.flatMap(({ name, docs }) => (docs ? [link(say.docsOf(name), docs)] : []));
  const [oldest] = topics.flatMap(({ reviewed }) => reviewed ?? []).sort();
  const pieces = oldest === undefined ? links : [...links, say.reviewed(oldest)];
  return pieces.length > 0 ? [note(join(pieces, ' · '))] : [];
}
