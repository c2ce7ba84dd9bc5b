import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../../src/chat/command.ts';
import type { Message } from '../../../src/chat/message.ts';
import { privately } from '../../../src/chat/reply.ts';
import { kinds } from '../../servers/discord.ts';
import { hosted } from './hosting.ts';
import { lookup, say, testChat } from './study-commands.ts';

describe('a lookup', () => {
  test('is answered for everyone, or for the asker alone', async () => {
    const { discord } = await hosted();
    const ana = discord.member('Ana');
    const ben = discord.member('Ben');
    expect(await ana.types('aws', { question: 'shield' })).toMatchObject({
      text: 'About shield',
      private: false,
    });
    expect(await ana.types('aws', { question: 'waf', private: true })).toMatchObject({ private: true });
    expect(ana.sees().map(({ text }) => text)).toEqual(['About shield', 'About waf']);
    expect(ben.sees().map(({ text }) => text)).toEqual(['About shield']);
  });

  test('mentions nobody, whatever is asked', async () => {
    const { discord } = await hosted();
    const seen = await discord.member('Ana').types('aws', { question: '@everyone <@1> **x**' });
    expect(seen.text).toBe('About @\u200beveryone \\<@\u200b1> \\*\\*x\\*\\*');
    expect(seen.posted.body.allowed_mentions).toEqual({ parse: [] });
  });

  test('suggests while the question is typed', async () => {
    const { discord } = await hosted();
    const offered = await discord.member('Ana').isOffered('aws', 'question', 'sh');
    expect(offered).toEqual([{ name: 'AWS Shield', value: 'AWS Shield' }]);
  });

  test('takes the text of a message from its menu, embeds included', async () => {
    const { discord } = await hosted();
    const embeds = [{ title: 'News', description: 'on WAF' }];
    const seen = await discord.member('Ana').picksInMenu('Look this up', { content: 'Shield?', embeds });
    expect(seen).toMatchObject({ text: 'It says: Shield?\nNews\non WAF', private: true });
  });

  test('that cannot be made says so to the asker alone', async () => {
    const { discord } = await hosted();
    const seen = await discord.member('Ana').types('aws', { question: 'pizza' });
    expect(seen).toMatchObject({ text: 'There is nothing on pizza here.', private: true });
  });
});

describe('buttons and choices', () => {
  test('a click on a public message is answered beside it', async () => {
    const { discord } = await hosted();
    const ana = discord.member('Ana');
    const ben = discord.member('Ben');
    const topics = await ana.types('aws');
    const more = await ben.clicks(topics, 'AWS Shield');
    expect(more).toMatchObject({ text: 'More on AWS Shield', private: true });
    expect(topics.posted.edits).toBe(0);
    expect(ana.sees()).toHaveLength(1);
  });

  test('a page is turned in place where it is private', async () => {
    const { discord } = await hosted();
    const ana = discord.member('Ana');
    const more = await ana.clicks(await ana.types('aws'), 'AWS Shield');
    const next = await ana.clicks(more, 'Next');
    expect(next.posted.id).toBe(more.posted.id);
    expect(next.text).toBe('Page 2');
    expect(ana.sees()).toHaveLength(2);
  });

  test('exactly so many are picked', async () => {
    const { discord, chat } = await hosted();
    const ana = discord.member('Ana');
    const form = await ana.clicks(await ana.types('aws'), 'AWS Shield');
    form.posted.body.components = [
      { type: 1, components: [{ type: 2, style: 2, label: 'Ask', custom_id: 'quiz:ask' }] },
    ];
    const question = await ana.clicks(form, 'Ask');
    const recorded = await ana.picks(question, 'A  AWS Shield', 'C  AWS KMS');
    expect(recorded).toMatchObject({ text: 'Recorded: AWS Shield and AWS KMS', private: true });
    expect(chat.events.at(-1)?.input).toEqual({
      kind: 'action',
      action: 'quiz:answer:1',
      values: ['AWS Shield', 'AWS KMS'],
    });
  });

  test('a button of an earlier time gets an answer too', async () => {
    const chat = testChat();
    const { discord } = await hosted({ chat });
    const ana = discord.member('Ana');
    const topics = await ana.types('aws');
    chat.change([]);
    const seen = await ana.clicks(topics, 'AWS WAF');
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('earlier time');
  });

  test('so does what nothing of ours can have sent', async () => {
    const { discord } = await hosted();
    const member = { id: '5', name: 'Eve', where: 'server' as const };
    const user = { id: '5', username: 'eve', discriminator: '0', avatar: null };
    const record = discord.interact(kinds.command, member, {
      id: '1',
      name: 'Who is this',
      type: 2,
      target_id: '5',
      resolved: { users: { 5: user } },
    });
    await discord.until(() => record.posted.length > 0);
    expect(record.posted[0]?.onlyFor).toBe('5');
  });
});

describe('a form', () => {
  test('asks for the options, filled in with what is given, and is the command when it is sent', async () => {
    const { discord } = await hosted();
    const ana = discord.member('Ana');
    const more = await ana.clicks(await ana.types('aws'), 'AWS Shield');
    const form = await ana.opensBy(more, 'Quiz me');
    expect(form.form.title).toBe('/quiz');
    expect(form.form.components.map(({ label }) => label)).toEqual(['topic', 'seconds', 'scoring', 'solo']);
    const started = await ana.fills(form, { topic: 'Shield', scoring: 'Party', solo: 'Yes' });
    expect(JSON.parse(started.text.replaceAll('\\', ''))).toEqual({
      topic: 'Shield',
      seconds: 45,
      scoring: 'party',
      solo: true,
    });
  });
});

describe('who, where and when', () => {
  test('the name shown in the server, the server, the time by Discord', async () => {
    const now = () => Date.UTC(2026, 10, 22, 12);
    const { discord, chat } = await hosted({ now });
    await discord.member('Ana', { nick: 'Ana (host)' }).types('aws');
    expect(chat.events[0]).toMatchObject({
      platform: 'discord',
      manner: 'open',
      actor: { name: 'Ana (host)' },
      place: { id: '300', direct: false },
      server: '200',
      at: now(),
      input: { kind: 'command', command: 'aws', options: {} },
    });
  });

  test('only a conversation with the bot itself is direct', async () => {
    const { discord, chat } = await hosted();
    await discord.member('Ana', { where: 'bot' }).types('aws');
    await discord.member('Ben', { where: 'group' }).types('aws');
    expect(chat.events.map(({ place, server, actor }) => [actor.name, place.direct, server])).toEqual([
      ['Ana', true, undefined],
      ['Ben', false, undefined],
    ]);
  });
});

test('a file comes along with a private answer', async () => {
  const message: Message = [
    ...say('All that is kept'),
    { kind: 'file', name: 'studyhall.json', content: '{"answers":["A"]}' },
  ];
  const command = defineCommand({ ...lookup, run: () => privately(Promise.resolve(message), 'export') });
  const { discord } = await hosted({ chat: testChat([command]) });
  expect(await discord.member('Ana').types('aws')).toMatchObject({
    text: 'All that is kept',
    private: true,
    files: [{ name: 'studyhall.json', content: '{"answers":["A"]}' }],
  });
});

test('a message that is too long for one goes on in further ones, as private as the first', async () => {
  const long: Message = [
    { kind: 'facts', items: Array.from({ length: 80 }, () => say('word '.repeat(40))[0]).flatMap(textOf) },
  ];
  const command = defineCommand({ ...lookup, run: () => privately(long, 'exact') });
  const { discord } = await hosted({ chat: testChat([command]) });
  const ana = discord.member('Ana');
  await ana.types('aws');
  await discord.until(() => ana.sees().length === 3);
  expect(ana.sees().map((seen) => seen.private)).toEqual([true, true, true]);
  expect(ana.sees().flatMap(({ text }) => text.match(/word/g) ?? [])).toHaveLength(80 * 40);
});

function textOf(part: Message[number] | undefined) {
  return part?.kind === 'text' ? [part.text] : [];
}
