import { describe, expect, onTestFinished, test } from 'vitest';
import type { DiscordSettings } from '../../../src/adapters/discord/client.ts';
import { examine } from '../../../src/adapters/discord/doctor.ts';
import { publishDiscord } from '../../../src/adapters/discord/publish.ts';
import { defineCommand } from '../../../src/chat/command.ts';
import { patience } from '../../../src/cli/doctor/patience.ts';
import { type LoopbackOptions, startDiscord } from '../../servers/discord.ts';
import { Refusal } from '../../servers/discord-refusal.ts';
import { silence } from '../../servers/silence.ts';
import { about, patient } from '../means.ts';
import { lookup, quiz } from './study-commands.ts';

async function discordWith(options: LoopbackOptions = {}) {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const found = async (settings: Partial<DiscordSettings> = {}, commands = [lookup, quiz]) =>
    (await examine({ ...discord.settings, ...settings }, commands, patient)).findings;
  return { discord, found };
}

describe('where all is well', () => {
  test('everything is fine, with the link that invites the bot, and nothing is written', async () => {
    const { discord, found } = await discordWith();
    await publishDiscord(discord.settings, [lookup, quiz], () => {});
    discord.requests.length = 0;
    const findings = await found();
    expect(findings.map(({ state, about }) => `${state} ${about}`)).toEqual([
      'fine Token',
      'fine Intents',
      'fine Invitation',
      'fine Commands',
      'fine Gateway',
      'fine Shards',
    ]);
    expect(about(findings, 'Invitation')[0]).toMatch(/client_id=100.*View Channel/);
    expect(discord.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(discord.gateway.received).toEqual([]);
  });

  test('tells the time by Discord', async () => {
    const { discord } = await discordWith({ now: () => Date.UTC(2026, 10, 2, 12) + 250 });
    const { reading } = await examine(discord.settings, [], patient);
    expect(reading).toMatchObject({ from: Date.UTC(2026, 10, 2, 12), to: Date.UTC(2026, 10, 2, 12) + 999 });
  });
});

describe('a fault is said with what to do', () => {
  test('a token that Discord refuses, without the token', async () => {
    const { found } = await discordWith();
    const findings = await found({ token: 'MTAw.wrong.token' });
    expect(about(findings, 'Token')).toEqual([
      expect.stringMatching(/^fault: Discord refuses DISCORD_TOKEN\. Copy the token again from /),
    ]);
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain('wrong.token');
  });

  test('commands that differ; none at all are no fault before the first start', async () => {
    const { discord, found } = await discordWith();
    expect(about(await found(), 'Commands')).toEqual([expect.stringMatching(/^note: none are registered/)]);
    await publishDiscord(discord.settings, [defineCommand({ ...lookup, summary: 'Another' })], () => {});
    expect(about(await found(), 'Commands')).toEqual([
      expect.stringMatching(/^fault: .*~ \/aws: description; \+ \/quiz.*npm run publish:discord/),
    ]);
  });

  test('an endpoint that takes the interactions away', async () => {
    const { discord, found } = await discordWith();
    discord.application.interactions_endpoint_url = 'https://elsewhere.example';
    expect(about(await found(), 'Interactions')).toEqual([
      expect.stringMatching(/^fault: .*Empty that field/),
    ]);
  });

  test('a gateway that is not there, and one that says nothing', async () => {
    const { found } = await discordWith({ gatewayUrl: 'ws://127.0.0.1:9' });
    expect(about(await found(), 'Gateway')).toEqual([
      expect.stringMatching(/^fault: .*does not answer.*firewall/),
    ]);
    const { discord } = await discordWith({ gatewayUrl: `ws://${await silence()}` });
    const means = { now: Date.now, inTime: patience(1000, 5000) };
    const { findings } = await examine(discord.settings, [], means);
    expect(about(findings, 'Gateway')).toEqual([expect.stringMatching(/^fault: .*does not answer/)]);
  });

  test('a proxy that is not there, that says nothing, or that fails', async () => {
    const { discord, found } = await discordWith();
    expect(about(await found({ apiUrl: 'http://127.0.0.1:9/api' }), 'Token')).toEqual([
      expect.stringMatching(/^fault: .*ECONNREFUSED.*DISCORD_API_URL/),
    ]);
    const means = { now: Date.now, inTime: patience(300, 5000) };
    const silent = { ...discord.settings, apiUrl: `http://${await silence()}/api` };
    expect(about((await examine(silent, [], means)).findings, 'Token')).toEqual([
      expect.stringMatching(
        /^fault: The address in DISCORD_API_URL does not answer\. Look whether the proxy/,
      ),
    ]);
    discord.failing.set('GET /applications/@me', { refusal: new Refusal(502, 0, 'Bad Gateway') });
    expect(about(await found(), 'Token')).toEqual([expect.stringMatching(/^fault: .*502.*DISCORD_API_URL/)]);
  });

  test('too few connections left for a start, and how long to wait', async () => {
    const { discord, found } = await discordWith();
    Object.assign(discord.sessions, { shards: 4, remaining: 3, reset_after: 5 * 3_600_000 });
    expect(about(await found(), 'Shards')).toEqual([
      expect.stringMatching(/^fault: a start makes 4 of the 1000.*3 are left\. Start nothing for 5 hours/),
    ]);
    expect(about(await found({ shards: { ids: [0, 1], count: 4 } }), 'Shards')).toEqual([
      expect.stringMatching(/^fine: DISCORD_SHARDS is 0,1\/4; 3 of 1000/),
    ]);
  });

  test('shards that are fewer than Discord recommends, or takes', async () => {
    const { discord, found } = await discordWith();
    const shards = { ids: [0, 1], count: 2 };
    discord.sessions.shards = 4;
    discord.application.approximate_guild_count = 4000;
    expect(about(await found({ shards }), 'Shards')).toEqual([
      expect.stringMatching(/^note: DISCORD_SHARDS is 0,1\/2, and Discord recommends 4/),
    ]);
    discord.application.approximate_guild_count = 5001;
    expect(about(await found({ shards }), 'Shards')).toEqual([
      expect.stringMatching(/^fault: DISCORD_SHARDS is 0,1\/2, which is too few.*Write 4 in place of 2/),
    ]);
  });
});

test('privileged intents that are on for nothing are noted', async () => {
  const { discord, found } = await discordWith();
  discord.application.flags = (1 << 14) | (1 << 19);
  expect(about(await found(), 'Intents')).toEqual([
    expect.stringMatching(/^note: .*Server Members, Message Content are on: you may switch that off/),
  ]);
});
