import { describe, expect, test } from 'vitest';
import { checkLimits as checkDiscord } from '../src/adapters/discord/limits.ts';
import { render as renderForDiscord } from '../src/adapters/discord/render.ts';
import { render as renderForPlayground } from '../src/adapters/playground/render.ts';
import { checkLimits as checkSlack } from '../src/adapters/slack/limits.ts';
import { render as renderForSlack } from '../src/adapters/slack/render.ts';
import { actionId } from '../src/chat/action.ts';
import type { Message } from '../src/chat/message.ts';
import { askQuestion } from '../src/chat/question.ts';
import { labels, member, shippedDeck } from './commands/stage.ts';

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

const readers = [member([deck], 'open'), member([deck], 'quiet')];

describe.each(deck.topics.map((topic) => ({ id: topic.id, topic })))('$id', ({ topic }) => {
  test('has a card, with each of its facts first, and all the rest behind More, that every platform can show', () => {
    for (const reader of readers) {
      const card = reader.types(`/aws ${topic.name}`);
      fits(card.message);
      fits(reader.clicks(card, 'More').message);
      for (const fact of topic.facts.keys())
        fits(reader.clicksId(actionId('aws', 'share', topic.id, String(fact))).message);
    }
  });

  test('has a card that Discord shows in the message itself, where notifications and screen readers have it', () => {
    const [card] = renderForDiscord(readers[0]?.types(`/aws ${topic.name}`).message ?? []);
    expect(card.embeds).toEqual([]);
  });

  test('has questions that every platform can show, and that do not give their answer away', () => {
    expect(topic.questions.length).toBeGreaterThanOrEqual(4);
    for (const question of topic.questions) {
      const message = askQuestion(question, actionId('quiz', 'pick', question.id));
      fits(message);
      const rights = question.choices.map(({ right }) => right).reverse();
      const other = question.choices.map((choice, index) => ({ ...choice, right: rights[index] === true }));
      expect(askQuestion({ ...question, choices: other }, actionId('quiz', 'pick', question.id))).toEqual(
        message,
      );
    }
  });

  test('can be compared with every other topic', () => {
    for (const other of deck.topics) {
      if (other.id === topic.id) continue;
      for (const reader of readers) {
        const seen = reader.types(`/aws ${topic.name} vs ${other.name}`);
        expect([seen.verdict, labels(seen)[0], labels(seen)[1]]).toEqual([
          'comparison',
          topic.name,
          other.name,
        ]);
        fits(seen.message);
      }
    }
  });
});

test('the deck to browse, each category and the help fit every platform', () => {
  for (const reader of readers) {
    const browsed = reader.types('/aws');
    fits(browsed.message);
    for (const { title } of deck.categories) fits(reader.clicks(browsed, title).message);
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
