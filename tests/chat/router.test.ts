import { describe, expect, test } from 'vitest';
import { actionId } from '../../src/chat/action.ts';
import { type CommandGroup, defineCommand, defineSubcommand } from '../../src/chat/command.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event, Input } from '../../src/chat/event.ts';
import { plain, text } from '../../src/chat/markup.ts';
import { privately, publicly, type Reply } from '../../src/chat/reply.ts';
import { createRouter } from '../../src/chat/router.ts';

const say = (sentence: string) => [{ kind: 'text' as const, text: text(sentence) }];

const greet = defineCommand({
  name: 'greet',
  summary: 'Says hello',
  options: {
    name: {
      type: 'text',
      summary: 'Whom',
      required: true,
      rest: true,
      suggest: (typed) => Array.from({ length: 30 }, (_, n) => ({ label: `${typed}${n}`, value: `${n}` })),
    },
  },
  run: ({ name }) => publicly(say(`Hello ${name}`), 'greeted'),
  actions: {
    wave: ([whom], values) => privately(say(`waves at ${whom} ${values.join('+')}`), 'waved'),
    refuse: () => {
      throw new UserError('Not now.');
    },
    fail: () => {
      throw new TypeError('a bug');
    },
  },
  menu: { label: 'Greet this', run: (said) => privately(say(`greets ${said}`), 'menu') },
  talk: (said) => publicly(say(`heard ${said}`), 'talk'),
  home: () => privately(say('at home'), 'home'),
});

const tea: CommandGroup = {
  name: 'tea',
  summary: 'Tea',
  subcommands: [
    defineSubcommand({
      name: 'make',
      summary: 'Makes it',
      options: { kind: { type: 'text', summary: 'Which', rest: true, required: true } },
      run: ({ kind }) => publicly(say(`makes ${kind}`), 'made'),
    }),
    defineSubcommand({
      name: 'drink',
      summary: 'Drinks it',
      options: {},
      run: () => privately(say('drinks'), 'drunk'),
    }),
  ],
  bare: () => privately(say('tea?'), 'bare'),
};

const router = createRouter(() => [greet, tea]);

function eventOf(input: Input): Event {
  const actor = { id: '1', name: 'Ana' };
  return {
    id: 'e',
    platform: 'discord',
    manner: 'open',
    actor,
    place: { id: 'c', direct: false },
    at: 0,
    input,
  };
}

function told(reply: Reply): string {
  if (reply.kind === 'form' || reply.message instanceof Promise) throw new Error('no message');
  return `${reply.visibility}: ${reply.message.map((part) => (part.kind === 'text' ? plain(part.text) : '')).join()}`;
}

const handle = (input: Input) => router.handle(eventOf(input));
const gone =
  'private: That button is from an earlier time and no longer does anything. Type /studyhall help to see what there is.';

describe('the router', () => {
  test('hands commands, lines, clicks, words, menus and the home page to who answers them', () => {
    expect(told(handle({ kind: 'command', command: 'greet', options: { name: 'Ben' } }))).toBe(
      'public: Hello Ben',
    );
    expect(told(handle({ kind: 'line', command: 'greet', text: 'Ben and Chloe' }))).toBe(
      'public: Hello Ben and Chloe',
    );
    expect(
      told(handle({ kind: 'action', action: actionId('greet', 'wave', 'Ben'), values: ['a', 'b'] })),
    ).toBe('private: waves at Ben a+b');
    expect(told(handle({ kind: 'talk', text: 'hi' }))).toBe('public: heard hi');
    expect(told(handle({ kind: 'menu', menu: 'greet', text: 'this' }))).toBe('private: greets this');
    expect(told(handle({ kind: 'home' }))).toBe('private: at home');
  });

  test('asks in a form for what a command needs and was not given', () => {
    expect(handle({ kind: 'line', command: 'greet', text: '' })).toEqual({
      kind: 'form',
      form: { to: { command: 'greet' }, title: '/greet', options: greet.options, given: {} },
      verdict: 'form',
    });
  });

  test('finds the subcommand that is meant; words that name none are for the first', () => {
    expect(told(handle({ kind: 'command', command: 'tea make', options: { kind: 'green' } }))).toBe(
      'public: makes green',
    );
    expect(told(handle({ kind: 'line', command: 'tea', text: 'make  green' }))).toBe('public: makes green');
    expect(told(handle({ kind: 'line', command: 'tea', text: 'Drink' }))).toBe('private: drinks');
    expect(told(handle({ kind: 'line', command: 'tea', text: 'black' }))).toBe('public: makes black');
    expect(told(handle({ kind: 'line', command: 'tea', text: '' }))).toBe('private: tea?');
    expect(told(handle({ kind: 'line', command: 'tea', text: 'drink much' }))).toMatch(
      /^private: I did not understand “much”/,
    );
    for (const command of ['tea', 'tea spill', 'tea make green', 'make'])
      expect(told(handle({ kind: 'command', command, options: {} }))).toMatch(
        /^private: There is no such command/,
      );
  });

  test('asks for what a subcommand needs, too', () => {
    expect(handle({ kind: 'line', command: 'tea', text: 'make' })).toMatchObject({
      form: { to: { command: 'tea make' }, title: '/tea make' },
    });
  });

  test.each(['greet:nothing', 'other:wave', 'greet:constructor', 'greet', '', '%', 'greet:toString:x'])(
    'answers the unknown button %j',
    (action) => {
      expect(told(handle({ kind: 'action', action, values: [] }))).toBe(gone);
    },
  );

  test('answers a command that is gone', () => {
    expect(told(handle({ kind: 'command', command: 'nope', options: {} }))).toBe(
      'private: There is no such command here. Type /studyhall help to see what there is.',
    );
  });

  test('says in private what a member did wrong, and lets a bug through', () => {
    expect(told(handle({ kind: 'action', action: 'greet:refuse', values: [] }))).toBe('private: Not now.');
    expect(() => handle({ kind: 'action', action: 'greet:fail', values: [] })).toThrow(TypeError);
  });

  test('suggests at most 25, and nothing for what it does not know', () => {
    expect(router.suggest('greet', 'name', 'a')).toHaveLength(25);
    expect(router.suggest('greet', 'constructor', 'a')).toEqual([]);
    expect(router.suggest('nope', 'name', 'a')).toEqual([]);
  });
});
