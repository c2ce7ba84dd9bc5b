import { describe, expect, test } from 'vitest';
import type { Channel, ChannelKind, Permission } from '../../servers/discord-channels.ts';
import { hosted } from './hosting.ts';

/** What comes with an event of a member. */
async function permissionsFor(
  where: 'server' | 'bot' | 'group' | 'elsewhere',
  {
    may = [],
    kind,
    arrange = () => {},
  }: { may?: readonly Permission[]; kind?: ChannelKind; arrange?: (channel: Channel) => void } = {},
) {
  const { discord, chat, adapter } = await hosted();
  const channel = kind === undefined ? discord.channel : discord.newChannel(kind);
  arrange(channel);
  await discord.member('Ana', { where, may, channel }).types('aws');
  const [event] = chat.events;
  return event && adapter.port.permissions(event);
}

describe('who may do what', () => {
  test.each<[Permission[], { moderates: boolean; manages: boolean }]>([
    [[], { moderates: false, manages: false }],
    [['ManageMessages'], { moderates: true, manages: false }],
    [['ManageGuild'], { moderates: true, manages: true }],
  ])('a member with %j', async (may, expected) => {
    expect(await permissionsFor('server', { may })).toEqual(expected);
  });

  test('in a direct message each moderates their own, and we can write', async () => {
    expect(await permissionsFor('bot')).toEqual({ moderates: true, manages: false });
  });
});

describe('where we cannot post, a sentence says what to do', () => {
  test.each<[string, ChannelKind, Permission[], string | undefined]>([
    ['a channel', 'text', [], undefined],
    ['an announcement channel', 'announcement', [], undefined],
    ['a thread, or a forum post', 'thread', ['SendMessages'], undefined],
    [
      'a channel where we may not write',
      'text',
      ['SendMessages'],
      'I may not post here: give me “Send Messages” in this channel, then try again.',
    ],
    [
      'a channel that we may not see',
      'text',
      ['SendMessages', 'ViewChannel'],
      'I may not post here: give me “Send Messages” and “View Channel” in this channel, then try again.',
    ],
    [
      'an announcement channel where we may nothing',
      'announcement',
      ['SendMessages', 'ViewChannel', 'ReadMessageHistory'],
      'I may not post here: give me “Send Messages”, “View Channel” and “Read Message History” in this channel, then try again.',
    ],
    [
      'a thread where we may not write',
      'thread',
      ['SendMessagesInThreads'],
      'I may not post here: give me “Send Messages in Threads” in this channel, then try again.',
    ],
    [
      'a private thread that we were not added to',
      'private thread',
      [],
      'I do not see this thread: mention me in it, which adds me, then try again.',
    ],
  ])('%s', async (_what, kind, lacks, sentence) => {
    const arrange = ({ may }: Channel) => {
      for (const one of lacks) may.delete(one);
    };
    expect((await permissionsFor('server', { kind, arrange }))?.cannotPost).toBe(sentence);
  });

  test('a private thread that we were added to is fine', async () => {
    const arrange = (channel: Channel) => channel.appear();
    expect((await permissionsFor('server', { kind: 'private thread', arrange }))?.cannotPost).toBeUndefined();
  });

  test('a locked thread, unless we manage threads', async () => {
    const arrange = (channel: Channel) => channel.lock();
    expect((await permissionsFor('server', { kind: 'thread', arrange }))?.cannotPost).toBe(
      'This thread is locked: unlock it, then try again.',
    );
    const trusted = (channel: Channel) => {
      channel.may.add('ManageThreads');
      channel.lock();
    };
    expect(
      (await permissionsFor('server', { kind: 'thread', arrange: trusted }))?.cannotPost,
    ).toBeUndefined();
  });

  test.each([
    ['group', 'I am not part of this conversation'],
    ['elsewhere', 'I am not in this server'],
  ] as const)('%s, where a member has brought us along', async (where, sentence) => {
    expect((await permissionsFor(where))?.cannotPost).toContain(sentence);
  });
});
