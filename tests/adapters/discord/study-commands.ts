import { actionId } from '../../../src/chat/action.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { type Command, defineCommand } from '../../../src/chat/command.ts';
import { UserError } from '../../../src/chat/errors.ts';
import type { Event } from '../../../src/chat/event.ts';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { privately, publicly } from '../../../src/chat/reply.ts';
import { createRouter } from '../../../src/chat/router.ts';

const topics = ['AWS Shield', 'AWS WAF', 'AWS KMS'];

export const say = (sentence: string): Message => [{ kind: 'text', text: text(sentence) }];

export const browse: Message = [
  ...say('Topics'),
  { kind: 'buttons', buttons: topics.map((label) => ({ label, action: actionId('aws', 'show', label) })) },
];

/** A lookup, small: public, private, slow and wrong answers, buttons that answer and buttons that turn the page. */
export const lookup = defineCommand({
  name: 'aws',
  summary: 'Look something up',
  options: {
    question: {
      type: 'text',
      summary: 'What to look up',
      rest: true,
      suggest: (typed) =>
        topics
          .filter((topic) => topic.toLowerCase().includes(typed.toLowerCase()))
          .map((label) => ({ label, value: label })),
    },
    private: { type: 'flag', summary: 'Show it to me alone' },
  },
  run({ question, private: hidden }) {
    if (question === 'pizza') throw new UserError('There is nothing on pizza here.');
    const message = question === undefined ? browse : say(`About ${question}`);
    return hidden ? privately(message, 'exact') : publicly(message, 'exact');
  },
  actions: {
    show: ([topic = '']) => privately([...say(`More on ${topic}`), ...page(1)], 'exact'),
    turn: ([number = '1']) => ({
      ...privately([...say(`Page ${number}`), ...page(Number(number))], 'page'),
      replace: true,
    }),
    set: () => ({
      kind: 'form',
      form: { to: { command: 'quiz' }, title: '/quiz', options: quiz.options, given: { seconds: 45 } },
      verdict: 'form',
    }),
  },
  menu: { label: 'Look this up', run: (said) => privately(say(`It says: ${said}`), 'menu') },
});

function page(number: number): Message {
  return [
    {
      kind: 'buttons',
      buttons: [
        { label: 'Next', action: actionId('aws', 'turn', String(number + 1)) },
        { label: 'Quiz me', action: actionId('aws', 'set') },
      ],
    },
  ];
}

/** A command with every kind of option. */
export const quiz = defineCommand({
  name: 'quiz',
  summary: 'Play a round',
  options: {
    seconds: { type: 'integer', min: 10, max: 300, summary: 'Seconds a question' },
    topic: { type: 'text', required: true, summary: 'What about' },
    scoring: {
      type: 'choice',
      summary: 'How answers count',
      choices: [
        { label: 'Study', value: 'study' },
        { label: 'Party', value: 'party' },
      ],
    },
    solo: { type: 'flag', summary: 'Play alone' },
  },
  run: (values) => publicly(say(JSON.stringify(values)), 'started'),
  actions: {
    ask: () =>
      publicly(
        [
          {
            kind: 'choice',
            prompt: 'Choose two',
            action: actionId('quiz', 'answer', '1'),
            picks: 2,
            options: topics.map((topic) => ({ value: topic, text: text(topic) })),
          },
        ],
        'asked',
      ),
    answer: (_args, values) => privately(say(`Recorded: ${values.join(' and ')}`), 'recorded'),
  },
});

export interface TestChat extends Chat {
  events: Event[];
  /** Replaces the commands and says so. */
  change(commands: readonly Command[]): void;
}

export function testChat(commands: readonly Command[] = [lookup, quiz]): TestChat {
  let now = commands;
  const listeners: (() => void)[] = [];
  const events: Event[] = [];
  const router = createRouter(() => now);
  return {
    events,
    commands: () => now,
    onChange: (listener) => void listeners.push(listener),
    suggest: router.suggest,
    arrived: () => () => {},
    handle(event) {
      events.push(event);
      return router.handle(event);
    },
    change(next) {
      now = next;
      for (const listener of listeners) listener();
    },
  };
}
