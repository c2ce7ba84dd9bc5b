import { expect, onTestFinished, test } from 'vitest';
import { type Calls, createCalls } from '../../../src/adapters/discord/calls.ts';
import type { Payload } from '../../../src/adapters/discord/render.ts';
import { SendError } from '../../../src/chat/port.ts';
import { startDiscord } from '../../servers/discord.ts';
import { Refusal } from '../../servers/discord-refusal.ts';

const hello: Payload = {
  content: 'Hello',
  embeds: [],
  components: [],
  files: [],
  allowed_mentions: { parse: [] },
};

/** Calls to a Discord of this machine. */
async function calling(share: () => number) {
  const discord = await startDiscord();
  const limited: string[] = [];
  const calls = createCalls(discord.settings, {
    after: () => new Promise(() => {}),
    share,
    limited: () => limited.push('429'),
  });
  onTestFinished(async () => {
    calls.close();
    await discord.close();
  });
  return { discord, calls, limited };
}

/** Posts in as many channels, all at once. @returns the failures */
async function postMany(calls: Calls, channels: readonly string[]): Promise<unknown[]> {
  const posts = await Promise.allSettled(channels.map((channel) => calls.create(channel, hello, {})));
  return posts.flatMap((post) => (post.status === 'rejected' ? [post.reason] : []));
}

test('what goes beyond this process’s share of the requests of a second does not leave it, and is for later', async () => {
  let share = 1 / 2;
  const { discord, calls, limited } = await calling(() => share);
  const channels = Array.from({ length: 60 }, () => discord.newChannel().id);
  const failures = await postMany(calls, channels.slice(0, 30));
  expect(discord.requests).toHaveLength(25);
  expect(failures).toHaveLength(5);
  for (const error of failures) {
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({ failure: { kind: 'later', everywhere: true } });
    expect(error).toSatisfy(
      ({ failure }: SendError) => failure.kind === 'later' && failure.after > 0 && failure.after <= 1015,
    );
  }
  share = 1;
  expect(await postMany(calls, channels.slice(30))).toHaveLength(5);
  expect(discord.requests).toHaveLength(50);
  expect(limited).toEqual([]);
});

test('looking and opening a conversation count as well', async () => {
  const { discord, calls } = await calling(() => 3 / 50);
  const ana = discord.member('Ana');
  await calls.look(discord.channel.id);
  await calls.conversation(ana.id);
  await calls.history(discord.channel.id, undefined);
  await expect(calls.look(discord.channel.id)).rejects.toMatchObject({ failure: { kind: 'later' } });
});

test('an answer 429 is told, and is for later', async () => {
  const { discord, calls, limited } = await calling(() => 1);
  discord.failing.set('POST', { refusal: new Refusal(429, 0, 'slow'), retryAfter: 2, times: 1 });
  await expect(calls.create(discord.channel.id, hello, {})).rejects.toMatchObject({
    failure: { kind: 'later' },
  });
  expect(limited).toEqual(['429']);
});
