import { describe, expect, test } from 'vitest';
import { fail, look, poll } from './commands.ts';
import { openRoom } from './room.ts';

describe('what members do becomes events', () => {
  test('with the page’s member and place, and the server’s time and id', async () => {
    const room = openRoom(look);
    await room.does({ kind: 'line', command: 'look', text: 'sheild' });
    expect(room.heard).toEqual([
      {
        id: 'event-1',
        at: 1_800_000_000_000,
        platform: 'playground',
        manner: 'open',
        actor: { id: 'ana', name: 'Ana' },
        place: { id: 'study', direct: false },
        input: { kind: 'line', command: 'look', text: 'sheild' },
      },
    ]);
  });

  test.each([
    [{ kind: 'line', command: 'look', text: 'shield' }, '<p>shield</p>', 'public'],
    [{ kind: 'line', command: 'look', text: 'shield --private' }, '<p>shield</p>', 'private'],
    [{ kind: 'command', command: 'look', options: { question: 'waf' } }, '<p>waf</p>', 'public'],
    [{ kind: 'talk', text: 'hello' }, '<p>Heard: hello</p>', 'public'],
    [{ kind: 'menu', menu: 'look', text: 'a message' }, '<p>Read: a message</p>', 'private'],
    [{ kind: 'action', action: 'look:turn:2', values: [] }, '<p>Page 2</p>', 'private'],
  ] as const)('%j', async (input, html, visibility) => {
    const answer = await openRoom(look).does(
      input.kind === 'action' ? { ...input, values: [...input.values] } : input,
    );
    expect(answer).toMatchObject({ kind: 'message', html, visibility });
  });

  test('a stale click gets an answer too', async () => {
    const answer = await openRoom(look).does({ kind: 'action', action: 'gone:for:good', values: [] });
    expect(answer).toMatchObject({ visibility: 'private', html: expect.stringContaining('earlier time') });
  });
});

describe('replies', () => {
  test('say whether they take the place of the message that was clicked', async () => {
    const room = openRoom(look);
    const turned = await room.does({ kind: 'action', action: 'look:turn:2', values: [] });
    const looked = await room.does({ kind: 'line', command: 'look', text: 'shield' });
    expect([turned, looked]).toMatchObject([{ replace: true }, { replace: false }]);
  });

  test('come with what Discord and Slack would be sent', async () => {
    const answer = await openRoom(look).does({ kind: 'line', command: 'look', text: 'shield' });
    expect(answer).toMatchObject({ payloads: { discord: { discord: 1 }, slack: ['slack'] } });
  });

  test('that fail are one sentence to the actor alone', async () => {
    const answer = await openRoom(fail).does({ kind: 'line', command: 'fail', text: 'user' });
    expect(answer).toMatchObject({ visibility: 'private', html: '<p>Ask for less.</p>' });
  });

  test('that fail unexpectedly show nothing of the error', async () => {
    const answer = await openRoom(fail).does({ kind: 'line', command: 'fail', text: 'badly' });
    expect(answer).toMatchObject({ visibility: 'private', html: expect.stringContaining('Try again') });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('that need an option are its form', async () => {
    const answer = await openRoom(poll).does({ kind: 'line', command: 'poll', text: 'seconds:30' });
    expect(answer).toMatchObject({ kind: 'form', command: 'poll', summary: 'Ask the group' });
  });
});

describe('what the page is told of the commands', () => {
  test('names, summaries, options as typed, menus and examples', async () => {
    const response = await openRoom(look, poll).web.request('/playground/commands');
    expect(await response.json()).toEqual({
      commands: [
        { name: 'look', summary: 'Look something up', usage: '[question] [--private]', suggests: 'question' },
        { name: 'poll', summary: 'Ask the group', usage: 'what-to-ask:… [seconds:…] [level:…] [--loud]' },
      ],
      menus: [{ command: 'look', label: 'Look this up' }],
      examples: ['/look shield', '/look'],
    });
  });

  test('suggestions for what is being typed', async () => {
    const { web } = openRoom(look);
    const response = await web.request('/playground/suggest?command=look&option=question&typed=%20a%26b');
    expect(await response.json()).toEqual([{ label: 'AWS Shield', value: 'shield a&b' }]);
  });

  test('none for what nobody knows', async () => {
    const response = await openRoom(look).web.request('/playground/suggest?command=constructor&option=x');
    expect(await response.json()).toEqual([]);
  });
});
