import { join, link, type Markup, md, parse, text } from '../../src/chat/markup.ts';
import type { Button, Message, Part } from '../../src/chat/message.ts';
import type { Confusion, Deck, Topic } from '../../src/core/knowledge/types.ts';
import { say } from './sentences.ts';

const FACTS_ON_A_CARD = 5;

/** How the buttons of a card are labelled and what they do. */
export interface CardButtons {
  /** A button that shows another topic of the deck. */
  show(topic: Topic): Button;
  more(topic: Topic): Button;
  quiz(topic: Topic): Button;
  /** Stands last where the card can be shared. */
  share?: Button;
}

/**
 * A topic's answer: the fact that was asked for first, then the summary, at most five facts, what it is not to be confused with, and
 * where it comes from.
 *
 * @param asked index into the topic's facts of the one that answers the question
 */
export function card(deck: Deck, topic: Topic, buttons: CardButtons, asked?: number): Message {
  const answer = asked === undefined ? undefined : topic.facts[asked];
  const others = topic.facts.filter((fact) => fact !== answer && fact.text !== topic.summary);
  const shown = others.slice(0, FACTS_ON_A_CARD);
  const hasMore = others.length > shown.length || topic.tips.length > 0;
  return [
    heading(topic),
    ...(answer ? [paragraph(md`**${parse(answer.text)}**`)] : []),
    ...(topic.summary === answer?.text ? [] : [paragraph(parse(topic.summary))]),
    ...facts(shown.map((fact) => parse(fact.text))),
    ...confusions(deck, topic),
    ...origin(topic),
    ...row([
      ...related(deck, topic).map(buttons.show),
      ...(hasMore ? [buttons.more(topic)] : []),
      ...(topic.questions.length > 0 ? [buttons.quiz(topic)] : []),
      ...(buttons.share ? [buttons.share] : []),
    ]),
  ];
}

/** All that the deck says of a topic, for someone who asked for more. */
export function wholeTopic(deck: Deck, topic: Topic, buttons: CardButtons): Message {
  return [
    heading(topic),
    paragraph(parse(topic.summary)),
    ...facts(topic.facts.filter(({ text }) => text !== topic.summary).map(({ text }) => parse(text))),
    ...confusions(deck, topic),
    ...facts(
      topic.tips.map((tip) => parse(tip.text)),
      say.tips,
    ),
    ...(topic.aliases.length > 0 ? [note(say.alsoCalled(topic.aliases.join(', ')))] : []),
    ...origin(topic),
    ...row([
      ...related(deck, topic).map(buttons.show),
      ...(topic.questions.length > 0 ? [buttons.quiz(topic)] : []),
    ]),
  ];
}

/** The topic's place in its documentation and when it was last checked; for notes, the files. */
export function origin(topic: Topic): Part[] {
  const pieces = [
    ...(topic.docs ? [link(say.docs, topic.docs)] : []),
    ...(topic.reviewed ? [say.reviewed(topic.reviewed)] : []),
  ];
  if (pieces.length > 0) return [note(join(pieces, ' · '))];
  return [note(say.from([...new Set(topic.sources.map(({ file }) => file))].join(', ')))];
}

/** A topic in one sentence, with its name before it where the sentence does not begin with it. */
export function inOneSentence(topic: Topic): Markup {
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(topic.summary);
  const sentence = first?.segment.trim() ?? '';
  const [, article = '', behind] =
    new RegExp(`^(The |An? )?${RegExp.escape(topic.name)}(.*)$`, 's').exec(sentence) ?? [];
  const rest = behind ?? `: ${sentence}`;
  return [...text(article), ...md`**${topic.name}**`, ...text(/^\s/.test(rest) ? ' ' : ''), ...parse(rest)];
}

export function heading(topic: Topic): Part {
  return { kind: 'text', heading: true, text: text(topic.name) };
}

export function paragraph(markup: Markup): Part {
  return { kind: 'text', text: markup };
}

export function note(markup: Markup): Part {
  return { kind: 'note', text: markup };
}

export function facts(items: readonly Markup[], title?: Markup): Part[] {
  return items.length === 0 ? [] : [{ kind: 'facts', ...(title && { title }), items }];
}

/** Short lines one below the other, under a title where there is one. */
export function lines(items: readonly Markup[], title?: Markup): Part[] {
  const all = [...(title ? [title] : []), ...items];
  const broken = all.flatMap((line, index) => (index === 0 ? line : [{ kind: 'break' as const }, ...line]));
  return items.length === 0 ? [] : [paragraph(broken)];
}

export function row(buttons: readonly Button[]): Part[] {
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

function confusions(deck: Deck, topic: Topic): Part[] {
  return facts(
    topic.confusions.map((confusion) => told(deck, confusion)),
    say.notToBeConfused,
  );
}

function told(deck: Deck, confusion: Confusion): Markup {
  const name = deck.topics.find(({ id }) => id === confusion.topic)?.name;
  return name ? md`**${name}**: ${parse(confusion.text)}` : parse(confusion.text);
}

function related(deck: Deck, topic: Topic): Topic[] {
  return topic.related.flatMap((id) => deck.topics.find((other) => other.id === id) ?? []).slice(0, 4);
}
