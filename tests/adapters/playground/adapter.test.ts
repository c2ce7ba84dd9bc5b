import { describe, expect, test } from 'vitest';
import { fail, game, look, poll } from './commands.ts';
import { openRoom } from './room.ts';

describe('what members do becomes events', () => {
  test('with the page’s member and place, and the server’s time and id', async () => {
    const room = openRoom(look);
    await room.does({ kind: 'line', command: 'look', text: 'sheild' });
    expect(room.heard).toEqual([
      {
        id: 'id-1',
        at: 1_800_000_000_000,
        platform: 'playground',
        manner: 'open',
        actor: { id: 'ana', name: 'Ana' },
        place: { id: 'study', direct: false },
        server: 'hall',
        input: { kind: 'line', command: 'look', text: 'sheild' },
      },
    ]);
  });

  test('a conversation with the bot alone belongs to no server', async () => {
    const { post, heard } = openRoom(look);
    const place = { id: 'direct-ben', direct: true };
    const member = { id: 'ben', name: 'Ben' };
    await post(JSON.stringify({ member, place, input: { kind: 'talk', text: 'hello' } }));
    expect(heard).toMatchObject([{ place, actor: member }]);
    expect(heard[0]).not.toHaveProperty('server');
  });

  test('a subcommand is typed, or comes from its form', async () => {
    const room = openRoom(game);
    for (const input of [
      { kind: 'line', command: 'game', text: 'start shield' },
      { kind: 'line', command: 'game', text: 'shield' },
      { kind: 'command', command: 'game start', options: { topic: 'shield' } },
    ] as const)
      expect(await room.does(input)).toMatchObject({ html: '<p>Started: shield</p>' });
    expect(await room.does({ kind: 'line', command: 'game', text: '' })).toMatchObject({
      html: '<p>Start, or stop.</p>',
    });
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
    expect(answer).toMatchObject({ kind: 'form', to: { command: 'poll' }, title: '/poll' });
  });

  test('that ask for something of their own are a form that goes to an action', async () => {
    const room = openRoom(game);
    const asked = await room.does({ kind: 'action', action: 'game:report:7', values: [] });
    expect(asked).toMatchObject({
      kind: 'form',
      to: { action: 'game:reported:7' },
      title: 'Report this question',
    });
    expect(
      await room.does({ kind: 'action', action: 'game:reported:7', values: ['wrong', ''] }),
    ).toMatchObject({
      visibility: 'private',
      html: '<p>7: wrong, </p>',
    });
  });
});

describe('what the page is told of the commands', () => {
  test('names, summaries, options as typed, menus and examples', async () => {
    const response = await openRoom(look, poll).web.request('/playground/commands');
    expect(await response.json()).toEqual({
      commands: [
        {
          path: 'look',
          summary: 'Look something up',
          usage: '[question] [--private] [--public]',
          suggests: 'question',
        },
        { path: 'poll', summary: 'Ask the group', usage: 'what-to-ask:… [seconds:…] [level:…] [--loud]' },
      ],
      menus: [{ command: 'look', label: 'Look this up' }],
      examples: ['/look shield', '/look'],
    });
  });

  test('a group by its bare name and by each of its subcommands', async () => {
    const response = await openRoom(game, look).web.request('/playground/commands');
    expect(await response.json()).toMatchObject({
      commands: [
        { path: 'game', summary: 'A game', usage: '' },
        { path: 'game start', summary: 'Begin', usage: '[topic]', suggests: 'topic' },
        { path: 'game stop', summary: 'End', usage: '' },
        { path: 'look' },
      ],
      examples: ['/game start shield', '/game start', '/look'],
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
