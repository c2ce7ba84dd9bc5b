import { describe, expect, onTestFinished, test } from 'vitest';
import { examine } from '../../../src/adapters/discord/doctor.ts';
import { PlatformError } from '../../../src/chat/errors.ts';
import { startDiscord } from '../../servers/discord.ts';
import type { Permission } from '../../servers/discord-channels.ts';
import { Refusal } from '../../servers/discord-refusal.ts';
import { patient } from '../means.ts';

async function looking() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { places } = await examine(discord.settings, [], patient);
  const look = (place: string, server = '200') => {
    if (!places) throw new Error('Discord did not let us in.');
    return places.look({ place, server, posts: [{ kind: 'tip' }] });
  };
  return { discord, look, places };
}

describe.each(['text', 'thread'] as const)('a %s', (kind) => {
  const send: Permission = kind === 'text' ? 'SendMessages' : 'SendMessagesInThreads';
  const label = kind === 'text' ? 'Send Messages' : 'Send Messages in Threads';

  test('where we may post is open', async () => {
    const { discord, look } = await looking();
    const { id } = discord.newChannel(kind);
    expect(await look(id)).toEqual({ name: `#${kind} in Study`, state: 'open' });
  });

  test('names each permission that is missing', async () => {
    const { discord, look } = await looking();
    const { id, may } = discord.newChannel(kind);
    may.delete(send);
    expect(await look(id)).toMatchObject({
      name: `#${kind} in Study`,
      state: 'closed',
      why: expect.stringContaining(`lacks “${label}” there: give it that`),
    });
    may.delete('ReadMessageHistory');
    const { discord: other, look: lookThere } = await looking();
    const both = other.newChannel(kind);
    both.may.delete(send);
    both.may.delete('ReadMessageHistory');
    expect(await lookThere(both.id)).toMatchObject({
      why: expect.stringContaining(`“${label}” and “Read Message History”`),
    });
  });

  test('that we do not see, and one that is gone', async () => {
    const { discord, look } = await looking();
    const hidden = discord.newChannel(kind);
    hidden.may.delete('ViewChannel');
    expect(await look(hidden.id)).toMatchObject({
      state: 'closed',
      why: expect.stringContaining('“View Channel”'),
    });
    const gone = discord.newChannel(kind);
    gone.delete();
    expect(await look(gone.id)).toMatchObject({
      state: 'gone',
      why: expect.stringContaining('`/tips on` in another'),
    });
  });
});

test('a locked thread is closed', async () => {
  const { discord, look } = await looking();
  const thread = discord.newChannel('thread');
  thread.lock();
  expect(await look(thread.id)).toMatchObject({ state: 'closed', why: 'The thread is locked: unlock it.' });
});

test('a server that the bot has left, and a direct conversation', async () => {
  const { look, places } = await looking();
  expect(await look('302', '201')).toMatchObject({
    state: 'gone',
    why: expect.stringContaining('invite it again'),
  });
  expect(await places?.look({ place: '1', posts: [] })).toMatchObject({ state: 'open' });
});

test('a server is asked about once, however many of its channels are', async () => {
  const { discord, look } = await looking();
  await Promise.all([look('300'), look(discord.newChannel().id)]);
  const paths = discord.requests.map(({ path }) => path);
  expect(paths.filter((path) => path === '/guilds/200')).toHaveLength(1);
});

test('where Discord fails or asks to wait there is no use in asking on', async () => {
  const { discord, look } = await looking();
  discord.failing.set('GET /channels', { refusal: new Refusal(429, 0, 'slow down'), retryAfter: 30 });
  await expect(look('300')).rejects.toThrow(PlatformError);
});
