import {
  type CommandGroup,
  defineCommand,
  defineSubcommand,
  type SingleCommand,
} from '../../../src/chat/command.ts';
import { UserError } from '../../../src/chat/errors.ts';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { privately, publicly } from '../../../src/chat/reply.ts';

const says = (words: string): Message => [{ kind: 'text', text: text(words) }];

/** A lookup as a deck has it: a suggested question, and a menu entry. */
export const look: SingleCommand = defineCommand({
  name: 'look',
  summary: 'Look something up',
  options: {
    question: {
      type: 'text',
      summary: 'What to look up',
      rest: true,
      suggest: (typed) => [{ label: 'AWS Shield', value: `shield${typed}` }],
    },
    private: { type: 'flag', summary: 'For me alone' },
    public: { type: 'flag', summary: 'For everyone' },
  },
  run: ({ question = 'nothing', private: alone }) =>
    alone ? privately(says(question), 'exact') : publicly(says(question), 'exact'),
  actions: { turn: ([page]) => ({ ...privately(says(`Page ${page}`), 'browse'), replace: true }) },
  menu: { label: 'Look this up', run: (said) => privately(says(`Read: ${said}`), 'exact') },
  talk: (said) => publicly(says(`Heard: ${said}`), 'exact'),
});

/** A command that needs an option. */
export const poll: SingleCommand = defineCommand({
  name: 'poll',
  summary: 'Ask the group',
  options: {
    'what-to-ask': { type: 'text', summary: 'Any question', required: true, longest: 80 },
    seconds: { type: 'integer', summary: 'How long', min: 10, max: 60 },
    level: { type: 'choice', summary: 'How hard', choices: [{ label: 'Easy', value: 'easy' }] },
    loud: { type: 'flag', summary: 'Say it twice' },
  },
  run: (values) => publicly(says(JSON.stringify(values)), 'asked'),
});

/** A command whose answer fails after it was promised to everyone. */
export const fail: SingleCommand = defineCommand({
  name: 'fail',
  summary: 'Fails',
  options: { how: { type: 'text', summary: 'How', rest: true } },
  run: ({ how }) => ({
    kind: 'message',
    visibility: 'public',
    message: Promise.reject(how === 'user' ? new UserError('Ask for less.') : new Error('secret detail')),
    verdict: 'failed',
  }),
});

/** A group of subcommands, with a form that goes to an action. */
export const game: CommandGroup = {
  name: 'game',
  summary: 'A game',
  subcommands: [
    defineSubcommand({
      name: 'start',
      summary: 'Begin',
      options: {
        topic: {
          type: 'text',
          summary: 'What about',
          rest: true,
          suggest: () => [{ label: 'AWS Shield', value: 'shield' }],
        },
      },
      run: ({ topic = 'anything' }) => publicly(says(`Started: ${topic}`), 'started'),
    }),
    defineSubcommand({
      name: 'stop',
      summary: 'End',
      options: {},
      run: () => publicly(says('Stopped'), 'stopped'),
    }),
  ],
  bare: () => privately(says('Start, or stop.'), 'help'),
  actions: {
    report: ([question]) => ({
      kind: 'form',
      form: {
        to: { action: `game:reported:${question}` },
        title: 'Report this question',
        options: {
          wrong: { type: 'text', summary: 'What is wrong with it', required: true },
          urgent: { type: 'flag', summary: 'Look at it soon' },
        },
        given: {},
      },
      verdict: 'form',
    }),
    reported: ([question], values) => privately(says(`${question}: ${values.join(', ')}`), 'reported'),
  },
};
