import { describe, expect, test } from 'vitest';
import { roundViews } from '../commands/quiz/views.ts';
import { checkLimits as checkDiscord } from '../src/adapters/discord/limits.ts';
import { contentAlone, render as renderForDiscord } from '../src/adapters/discord/render.ts';
import { render as renderForPlayground } from '../src/adapters/playground/render.ts';
import { checkLimits as checkSlack } from '../src/adapters/slack/limits.ts';
import { render as renderForSlack } from '../src/adapters/slack/render.ts';
import { actionId } from '../src/chat/action.ts';
import type { Message } from '../src/chat/message.ts';
import type { Topic } from '../src/core/knowledge/types.ts';
import { drawQuestions } from '../src/core/quiz/draw.ts';
import type { NewRound } from '../src/runtime/rounds.ts';
import { labels, member, shippedDeck } from './commands/stage.ts';
import { nextId } from './hall/ids.ts';

const deck = shippedDeck();

/** Holds a message against every platform's limits, and makes sure that it needs one message there and keeps its controls. */
function fits(message: Message): void {
  const discord = renderForDiscord(message);
  const slack = renderForSlack(message);
  expect(discord.flatMap(checkDiscord)).toEqual([]);
  expect(slack.flatMap(checkSlack)).toEqual([]);
  expect([discord.length, slack.length]).toEqual([1, 1]);
  const sent = [JSON.stringify(discord), JSON.stringify(slack), String(renderForPlayground(message))];
  for (const part of message)
    if (part.kind === 'buttons')
      for (const button of part.buttons)
        for (const payload of sent) expect(payload).toContain('url' in button ? button.url : button.action);
}

/** A topic's questions in a full round, each at the moment when everyone has answered it. */
function roundsAt(topic: Topic): NewRound[] {
  const candidates = topic.questions.map((question) => ({ deck: deck.id, topic, question }));
  const questions = drawQuestions(candidates, { count: 50, seen: new Map(), seed: topic.id });
  const names = Array.from(
    { length: 40 },
    (_, index) => `${index} ${'Maximiliana von und zu'.padEnd(29, 'm')}`,
  );
  return questions.map((asked, question) => ({
    setup: {
      id: nextId(),
      title: topic.name,
      about: { deck: deck.id, topics: [topic.id] },
      seconds: 60,
      scoring: 'study',
      questions,
    },
    platform: 'discord',
    place: 'discord:1',
    state: {
      phase: 'revealed',
      question,
      deadline: 60_000,
      since: 0,
      openedAt: 0,
      closesAt: 60_000,
      held: false,
      host: { id: '0', name: names[0] ?? '' },
      hostSeenAt: 0,
      players: Object.fromEntries(
        names.map((name, id) => [id, { name, right: 1, points: 1, active: question }]),
      ),
      answers: Object.fromEntries(
        names.map((_, id) => [
          id,
          { at: id, picks: asked.choices.flatMap(({ right }, index) => (right ? [index] : [])) },
        ]),
      ),
      unanswered: 0,
      results: questions.map((_, index) => ({ question: index, answered: 40, right: 20, skipped: false })),
      messages: {},
    },
  }));
}

const readers = [member([deck], 'open'), member([deck], 'quiet')];

describe.each(deck.topics.map((topic) => ({ id: topic.id, topic })))('$id', ({ topic }) => {
  test('has a card, with each of its facts first, and all the rest behind More, that every platform can show', () => {
    for (const reader of readers) {
      const card = reader.types(`/aws ${topic.name}`);
      fits(card.message);
      expect(card.text.split('\n')[0]).toBe(`# ${topic.name}`);
      expect(new Set(labels(card)).size).toBe(labels(card).length);
      const more = reader.clicks(card, 'More');
      fits(more.message);
      expect(labels(more)).not.toEqual([]);
      for (const fact of topic.facts.keys())
        fits(reader.clicksId(actionId('aws', 'share', topic.id, String(fact))).message);
    }
  });

  test('has a card that Discord shows in the message itself, where notifications and screen readers have it', () => {
    const [card] = renderForDiscord(readers[0]?.types(`/aws ${topic.name}`).message ?? []);
    expect(card.embeds).toEqual([]);
  });

  test('has questions that every platform can show in a round: asked, asked again, closed, revealed and at its end', () => {
    expect(topic.questions.length).toBeGreaterThanOrEqual(4);
    for (const round of roundsAt(topic)) {
      const { question } = round.state;
      const asked = roundViews.post(round, 'question', undefined);
      const all = [
        asked,
        roundViews.post(round, 'question', 'reopened'),
        roundViews.closed(round, question),
        roundViews.post(round, 'reveal', undefined),
        roundViews.post(round, 'end', undefined),
      ];
      for (const message of all) {
        fits(message);
        expect(renderForDiscord(message, contentAlone)).toHaveLength(1);
      }
      const rights = round.setup.questions.map((one) => ({
        ...one,
        choices: one.choices.map((choice) => ({ ...choice, right: !choice.right })),
        explanation: '',
      }));
      const picks = round.setup.questions[question]?.choices.filter(({ right }) => right).length;
      if (picks === (rights[question]?.choices.length ?? 0) - (picks ?? 0))
        expect(
          roundViews.post({ ...round, setup: { ...round.setup, questions: rights } }, 'question', undefined),
        ).toEqual(asked);
    }
  });

  test('can be compared with every other topic', () => {
    for (const [index, other] of deck.topics.entries()) {
      if (other.id === topic.id) continue;
      // The same two the other way round come to the other reader.
      const reader = readers[deck.topics.indexOf(topic) < index ? 0 : 1];
      const seen = reader?.types(`/aws ${topic.name} vs ${other.name}`);
      const [first, second] = seen ? labels(seen) : [];
      expect([seen?.verdict, first, second]).toEqual(['comparison', topic.name, other.name]);
      fits(seen?.message ?? []);
    }
  });
});

test('the deck to browse, each category and the help fit every platform', () => {
  for (const reader of readers) {
    const browsed = reader.types('/aws');
    fits(browsed.message);
    for (const { title } of deck.categories) {
      fits(reader.clicks(browsed, title).message);
      fits(reader.types(`/aws ${title}`).message);
    }
    fits(reader.types('/studyhall').message);
  }
});

test('every name that lies elsewhere has its answer', () => {
  for (const { name, also } of deck.elsewhere)
    for (const asked of [name, ...also]) {
      const seen = readers[0]?.types(`/aws ${asked}`);
      expect([asked, seen?.verdict]).toEqual([asked, 'elsewhere']);
      fits(seen?.message ?? []);
    }
});
