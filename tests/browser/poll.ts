import { defineCommand, type SingleCommand } from '../../src/chat/command.ts';
import { text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, publicly } from '../../src/chat/reply.ts';

const says = (words: string): Message => [{ kind: 'text', text: text(words) }];

/** A command with every kind of option, part and form that lookups do not have. */
export const poll: SingleCommand = defineCommand({
  name: 'poll',
  summary: 'Ask the group something',
  options: {
    question: { type: 'text', summary: 'What you want to know', required: true, rest: true },
    picks: { type: 'integer', summary: 'How many each may pick', min: 1, max: 2 },
    level: {
      type: 'choice',
      summary: 'Who it is for',
      choices: [
        { label: 'Everyone', value: 'all' },
        { label: 'The brave', value: 'brave' },
      ],
    },
    loud: { type: 'flag', summary: 'Say it twice' },
  },
  run: ({ question, picks = 1, level = 'all', loud }) =>
    publicly(
      [
        { kind: 'text', heading: true, text: text(question) },
        { kind: 'note', text: text(`For ${level}${loud ? ', loudly' : ''}`) },
        vote(question, picks),
        {
          kind: 'buttons',
          buttons: [
            { label: 'Complain', action: 'poll:complain' },
            { label: 'Keep it', action: 'poll:keep' },
          ],
        },
      ],
      'asked',
    ),
  actions: {
    vote: (_args, values) => privately(says(`Noted: ${values.join(' and ')}`), 'voted'),
    complain: () => ({
      kind: 'form',
      form: {
        to: { action: 'poll:complained' },
        title: 'Complain about this',
        options: {
          why: { type: 'text', summary: 'What is wrong with it', required: true },
          level: { type: 'integer', summary: 'How bad it is', min: 1, max: 3 },
          loud: { type: 'flag', summary: 'Tell everyone' },
        },
        given: { level: 2 },
      },
      verdict: 'form',
    }),
    complained: (_args, values) => privately(says(`Heard: ${JSON.stringify(values)}`), 'complained'),
    keep: () => privately([...says('Here it is.'), { kind: 'file', name: 'poll.json', content }], 'kept'),
  },
  talk: (said) => publicly(says(`You said: ${said}`), 'said'),
});

/** What the file holds that can be kept. */
export const content = '{\n  "who": "Zoë <b>"\r\n}\n';

/** The choice of a poll, as a command or a round posts it. */
export function vote(prompt: string, picks = 1): Message[number] {
  return {
    kind: 'choice',
    prompt,
    action: 'poll:vote',
    picks,
    options: ['AWS WAF', 'AWS Shield', 'AWS Config'].map((name) => ({ value: name, text: text(name) })),
  };
}
