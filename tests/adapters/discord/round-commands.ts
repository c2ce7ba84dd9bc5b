import { actionId } from '../../../src/chat/action.ts';
import type { CommandGroup } from '../../../src/chat/command.ts';
import { defineSubcommand } from '../../../src/chat/command.ts';
import type { Message } from '../../../src/chat/message.ts';
import { privately } from '../../../src/chat/reply.ts';
import { say } from './study-commands.ts';

/** A question as a round posts it. */
export const question: Message = [
  ...say('Which one filters web requests?'),
  {
    kind: 'choice',
    prompt: 'Pick one answer',
    action: actionId('round', 'answer', '1'),
    picks: 1,
    options: ['AWS WAF', 'AWS Shield'].map((name) => ({ value: name, text: [{ kind: 'text', text: name }] })),
  },
  {
    kind: 'buttons',
    buttons: [{ label: 'Report this question', action: actionId('round', 'report', '1') }],
  },
];

/** The same, when no more answers are taken. */
export const closed: Message = question.slice(0, 1);

/** Several things under one name, with forms that go to actions. */
export const round: CommandGroup = {
  name: 'round',
  summary: 'Play together',
  bare: () => privately(say('Start or stop?'), 'bare'),
  subcommands: [
    defineSubcommand({
      name: 'start',
      summary: 'Start a round',
      options: {
        seconds: { type: 'integer', min: 10, max: 300, summary: 'Seconds a question' },
        topic: {
          type: 'text',
          required: true,
          summary: 'What about',
          suggest: (typed) => [{ label: `All of ${typed}`, value: typed }],
        },
      },
      run: (values) => privately(say(`Started: ${JSON.stringify(values)}`), 'started'),
    }),
    defineSubcommand({
      name: 'stop',
      summary: 'Stop the round',
      options: {},
      run: () => privately(say('Stopped'), 'stopped'),
    }),
    defineSubcommand({
      name: 'settings',
      summary: 'Who may start rounds',
      options: {},
      run: () => ({
        kind: 'form',
        verdict: 'form',
        form: {
          to: { action: actionId('round', 'save') },
          title: 'Settings',
          given: { start: 'hosts' },
          options: {
            lookups: { type: 'flag', summary: 'Show lookups to everyone' },
            start: {
              type: 'choice',
              required: true,
              summary: 'Who may start a round',
              choices: [
                { label: 'Everyone', value: 'all' },
                { label: 'Moderators', value: 'hosts' },
              ],
            },
            note: { type: 'text', summary: 'For the others', longest: 500 },
          },
        },
      }),
    }),
  ],
  actions: {
    answer: (_args, [picked = '']) => privately(say(`${picked} recorded`), 'recorded'),
    report: ([number = '']) => ({
      kind: 'form',
      verdict: 'form',
      form: {
        to: { action: actionId('round', 'reported', number) },
        title: 'Report this question',
        given: {},
        options: { problem: { type: 'text', required: true, summary: 'What is wrong with it?' } },
      },
    }),
    reported: ([number = ''], [problem = '']) => privately(say(`Question ${number}: ${problem}`), 'reported'),
    save: (_args, values) => privately(say(`Saved ${JSON.stringify(values)}`), 'saved'),
  },
};
