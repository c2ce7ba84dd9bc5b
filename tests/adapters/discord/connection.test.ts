import { describe, expect, test } from 'vitest';
import { OutageError, PlatformError } from '../../../src/chat/errors.ts';
import type { Event } from '../../../src/chat/event.ts';
import { Refusal } from '../../servers/discord-refusal.ts';
import { host, hosted } from './hosting.ts';
import { testChat } from './study-commands.ts';

describe('connecting', () => {
  test('says who it is, and where to invite it', async () => {
    const { lines } = await hosted();
    expect(lines).toEqual([
      'Discord: connected as Studyhall. Invite it: https://discord.com/oauth2/authorize?client_id=100&scope=bot+applications.commands&permissions=274877975552',
    ]);
  });

  test('asks for nothing but servers, by the Guilds intent', async () => {
    const { discord } = await hosted();
    const identify = discord.gateway.received.find(({ op }) => op === 2);
    expect(identify?.d).toMatchObject({ intents: 1, shard: [0, 1] });
  });

  test.each([
    ['a token that is none', 'MTAw.n0t.r1ght', 'Discord refuses DISCORD_TOKEN. Copy the token again'],
    ['a token of Slack', 'xoxb-1-2-3', 'It looks like a Slack token.'],
    ['the client secret', 'Q2xpZW50IHNlY3JldA', 'It does not look like a bot token'],
  ])('%s is one sentence without the token', async (_what, token, sentence) => {
    const { adapter, lost } = await host({ token });
    const error = await adapter.start().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).not.toBeInstanceOf(OutageError);
    expect(String(error)).toContain(sentence);
    expect(String(error)).not.toContain(token);
    expect(lost).toEqual([]);
  });

  test('no network is one sentence', async () => {
    const { adapter, discord } = await host();
    await discord.close();
    const error = await adapter.start().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutageError);
    expect(String(error)).toContain('Discord cannot be reached (ECONNREFUSED)');
  });

  test('trouble at Discord is one sentence', async () => {
    const { adapter, discord } = await host();
    discord.failing.set('GET /gateway/bot', { refusal: new Refusal(404, 0, 'gone') });
    await expect(adapter.start()).rejects.toThrow('Discord answers 404');
  });

  test('a gateway that cannot be reached is given up, and nothing goes on connecting', async () => {
    const patience = Promise.withResolvers<void>();
    const { adapter, discord } = await host({
      gatewayUrl: 'ws://127.0.0.1:9',
      after: () => patience.promise,
    });
    const started = adapter.start();
    await discord.until(() => discord.requests.some(({ path }) => path === '/gateway/bot'));
    patience.resolve();
    await expect(started).rejects.toThrow('did not let us in within 15 seconds');
  });

  test.each([
    [4011, 'DISCORD_SHARDS'],
    [4010, 'DISCORD_SHARDS'],
    [4014, 'Guilds intent'],
  ])('a closed intent or a wrong number of shards is one sentence (%s)', async (code, sentence) => {
    const { adapter, discord } = await host();
    discord.gateway.refuseWith(code);
    const error = await adapter.start().catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(OutageError);
    expect(String(error)).toContain(sentence);
  });

  test('after tries that have failed, it starts as if there had been none', async () => {
    const { adapter, discord, logged } = await host();
    discord.failing.set('GET /gateway/bot', { refusal: new Refusal(404, 0, 'gone'), times: 1 });
    await expect(adapter.start()).rejects.toBeInstanceOf(OutageError);
    discord.failing.set('GET /gateway/bot', { refusal: new Refusal(400, 0, 'odd'), times: 1 });
    await expect(adapter.start()).rejects.toBeInstanceOf(OutageError);
    await adapter.start();
    expect((await discord.member('Ana').types('aws', { question: 'waf' })).text).toBe('About waf');
    expect(discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1);
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('several shards in one process each get their own servers', async () => {
    const { discord, lines } = await hosted({ shards: { ids: [0, 1], count: 2 } });
    expect(lines).toHaveLength(1);
    const shards = discord.gateway.received
      .filter(({ op }) => op === 2)
      .map(({ d }) => (d as { shard: number[] }).shard);
    expect(shards).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect((await discord.member('Ana').types('aws', { question: 'waf' })).text).toBe('About waf');
  });
});

describe('once connected', () => {
  test('what came while the connection was cut is answered when it is back', async () => {
    const { discord, connection, logged } = await hosted();
    discord.gateway.cut(4000);
    expect((await discord.member('Ana').types('aws', { question: 'kms' })).text).toBe('About kms');
    expect(discord.gateway.received.some(({ op }) => op === 6)).toBe(true);
    expect(connection).toEqual(['cut', 'back']);
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('a token that is reset is told to the host', async () => {
    const gone = Promise.withResolvers<Error>();
    const { discord } = await hosted({ lost: gone.resolve });
    discord.resetToken();
    const error = await gone.promise;
    expect(error).toBeInstanceOf(PlatformError);
    expect(error.message).toContain('Discord refuses DISCORD_TOKEN');
  });

  test('what Discord answers with 429 is counted, whoever asked', async () => {
    const { discord, limits } = await hosted();
    discord.failing.set('POST /interactions', {
      refusal: new Refusal(429, 0, 'You are being rate limited.'),
      retryAfter: 0.1,
      times: 1,
    });
    expect((await discord.member('Ana').types('aws', { question: 'kms' })).text).toBe('About kms');
    expect(limits.count).toBe(1);
  });

  test('an answer is taken once Discord has it, be it a refusal', async () => {
    const taken: string[] = [];
    const arrived =
      () =>
      ({ input }: Event) =>
        void taken.push(input.kind);
    const { discord } = await hosted({ chat: { ...testChat(), arrived } });
    const ana = discord.member('Ana');
    await ana.types('aws', { question: 'waf' });
    await expect.poll(() => taken).toEqual(['command']);
    await ana.types('aws', { question: 'pizza' });
    await expect.poll(() => taken).toEqual(['command', 'command']);
  });

  test('a message that Discord refuses leaves the member with a sentence', async () => {
    const { discord, logged } = await hosted();
    discord.failing.set('POST /interactions', {
      refusal: new Refusal(400, 50035, 'Invalid Form Body'),
      times: 1,
    });
    const seen = await discord.member('Ana').types('aws', { question: 'waf' });
    expect(seen).toMatchObject({
      private: true,
      text: expect.stringMatching(/^Something went wrong here\. .* tell my host: \d+\.$/),
    });
    expect(logged.map(({ level }) => level)).toContain('error');
  });

  test('stops: replies under way are sent, and nothing is left open', async () => {
    const { adapter, discord } = await hosted();
    const seen = discord.member('Ana').types('aws', { question: 'waf' });
    await discord.until(() => discord.requests.some(({ path }) => path.endsWith('/callback')));
    await adapter.stop();
    expect((await seen).text).toBe('About waf');
    expect(discord.gateway.connections).toBe(0);
  });
});
