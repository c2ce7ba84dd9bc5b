import { actionId } from '../../../src/chat/action.ts';
import { type Command, defineCommand, defineSubcommand } from '../../../src/chat/command.ts';
import { UserError } from '../../../src/chat/errors.ts';
import { text } from '../../../src/chat/markup.ts';
import type { Message, Part } from '../../../src/chat/message.ts';
import type { Options } from '../../../src/chat/options.ts';
import { privately, publicly } from '../../../src/chat/reply.ts';

/** Promised answers that a test settles by hand. */
export const slow = { answer: Promise.withResolvers<Message>() };

const say = (words: string): Part => ({ kind: 'text', text: text(words) });

const buttons: Part = {
  kind: 'buttons',
  buttons: [
    { label: 'More', action: actionId('look', 'more', 'shield') },
    { label: 'Share', action: actionId('look', 'share', 'shield') },
    { label: 'Turn the page', action: actionId('look', 'page', '2') },
    { label: 'Old', action: actionId('look', 'forgotten') },
    { label: 'Ask in a form', action: actionId('look', 'form') },
    { label: 'Report', action: actionId('look', 'complain', 'q1') },
    { label: 'My data', action: actionId('look', 'data') },
    { label: 'Documentation', url: 'https://docs.aws.amazon.com/' },
  ],
};

const choice: Part = {
  kind: 'choice',
  prompt: 'Choose TWO',
  action: actionId('look', 'pick', 'q1'),
  picks: 2,
  options: [
    { value: 'waf', text: text('AWS WAF') },
    { value: 'shield', text: text('AWS Shield') },
    { value: 'kms', text: text('AWS KMS') },
  ],
};

/** Long enough that it needs several messages. */
export const data = JSON.stringify(Array.from({ length: 600 }, (_, answer) => ({ answer, right: true })));

const complaint: Options = {
  what: { type: 'text', summary: 'What is wrong with it', required: true, longest: 300 },
  urgent: { type: 'flag', summary: 'It spoils the round' },
  kind: {
    type: 'choice',
    summary: 'What kind of fault',
    choices: [
      { label: 'Wrong', value: 'wrong' },
      { label: 'Unclear', value: 'unclear' },
    ],
  },
};

const look = defineCommand({
  name: 'look',
  summary: 'Looks something up',
  options: {
    question: { type: 'text', summary: 'What to look up', rest: true },
    public: { type: 'flag', summary: 'Show everyone' },
  },
  run({ question = '', public: shared }) {
    if (question === 'fail') throw new UserError('That failed. Try another word.');
    if (question === 'slow') return { ...privately([], 'slow'), message: slow.answer.promise };
    if (question === 'long')
      return privately(
        [
          {
            kind: 'facts',
            items: Array.from({ length: 1000 }, (_, i) => text(`fact ${i} ${'.'.repeat(80)}`)),
          },
        ],
        'long',
      );
    if (question === 'choose') return privately([choice], 'choose');
    const message = [say(`You asked: ${question}`), buttons];
    return shared ? publicly(message, 'exact') : privately(message, 'exact');
  },
  actions: {
    more: ([topic]) => privately([say(`More of ${topic}`)], 'more'),
    share: ([topic]) => publicly([say(`Shared: ${topic}`)], 'share'),
    page: ([number]) => ({ ...privately([say(`Page ${number}`), buttons], 'page'), replace: true }),
    pick: (_, values) => privately([say(`Picked ${values.join(' and ')}`)], 'pick'),
    form: () => ({
      kind: 'form',
      form: {
        to: { command: 'quiz' },
        title: '/quiz',
        options: quiz.options,
        given: { topic: 'from a button' },
      },
      verdict: 'form',
    }),
    complain: ([id]) => ({
      kind: 'form',
      form: {
        to: { action: actionId('look', 'complained', id ?? '') },
        title: 'Report this question',
        options: complaint,
        given: { urgent: true },
      },
      verdict: 'form',
    }),
    complained: ([id], [words = '', urgent, kind]) => {
      if (words === 'nothing') throw new UserError('Say in one line what is wrong.');
      const done = privately(
        [say(`Reported ${id}: ${words}, ${urgent || 'not urgent'}, ${kind || 'no kind'}`)],
        'report',
      );
      return words === 'slow' ? { ...done, message: slow.answer.promise } : done;
    },
    data: () =>
      privately([say('Your data.'), { kind: 'file', name: 'studyhall.json', content: data }], 'export'),
    late: ([replace]) => ({
      ...privately([], 'slow'),
      replace: replace === 'here',
      message: slow.answer.promise,
    }),
  },
  menu: { label: 'Look this up', run: (said) => privately([say(`The message says: ${said}`)], 'menu') },
  talk: (said) =>
    said === 'secretly'
      ? privately([say('Only for you')], 'talk')
      : publicly([say(`You said: ${said}`)], 'talk'),
  home: ({ actor }) => privately([say(`Welcome ${actor.id}`), buttons], 'home'),
});

const quiz = defineCommand({
  name: 'quiz',
  summary: 'Starts a round',
  options: {
    topic: { type: 'text', summary: 'What it is about', required: true },
    questions: { type: 'integer', summary: 'How many questions', min: 1, max: 20 },
    hard: { type: 'flag', summary: 'Only hard ones' },
    mode: {
      type: 'choice',
      summary: 'How it is scored',
      choices: [
        { label: 'Study', value: 'study' },
        { label: 'Party', value: 'party' },
      ],
    },
  },
  run: (values) => publicly([say(`Round: ${JSON.stringify(values)}`)], 'start'),
});

const round: Command = {
  name: 'round',
  summary: 'Rounds for the group',
  subcommands: [
    defineSubcommand({
      name: 'start',
      summary: 'Starts a round',
      options: {
        topic: { type: 'text', summary: 'What it is about', required: true, rest: true },
        hard: { type: 'flag', summary: 'Only hard ones' },
      },
      run: ({ topic, hard }) => publicly([say(`Round on ${topic}${hard ? ', hard' : ''}`)], 'start'),
    }),
    defineSubcommand({
      name: 'stop',
      summary: 'Ends the round',
      options: {},
      run: () => privately([say('Stopped')], 'stop'),
    }),
  ],
  bare: () => privately([say('Start or stop?')], 'menu'),
};

export const testCommands: readonly Command[] = [look, quiz, round];
