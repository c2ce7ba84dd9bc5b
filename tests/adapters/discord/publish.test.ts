import { describe, expect, onTestFinished, test } from 'vitest';
import { commandBodies } from '../../../src/adapters/discord/commands.ts';
import { planCommands } from '../../../src/adapters/discord/plan.ts';
import { publishDiscord } from '../../../src/adapters/discord/publish.ts';
import { defineCommand } from '../../../src/chat/command.ts';
import { startDiscord } from '../../servers/discord.ts';
import { Refusal } from '../../servers/discord-refusal.ts';
import { hosted } from './hosting.ts';
import { lookup, quiz, testChat } from './study-commands.ts';

async function discordAlone() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  return discord;
}

async function printed(settings: Parameters<typeof publishDiscord>[0], commands = [lookup, quiz]) {
  const lines: string[] = [];
  await publishDiscord(settings, commands, (line) => lines.push(line));
  return lines;
}

const otherLookup = defineCommand({ ...lookup, summary: 'Look up anything', options: {} });

describe('publishing', () => {
  test('prints what changes, and a second time that nothing does', async () => {
    const discord = await discordAlone();
    expect(await printed(discord.settings)).toEqual([
      '+ /aws',
      '+ "Look this up" in the menu of a message',
      '+ /quiz',
    ]);
    expect(await printed(discord.settings)).toEqual(['Nothing to change.']);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(await printed(discord.settings, [otherLookup])).toEqual([
      '~ /aws: description, order of options',
      '- /quiz',
    ]);
  });

  test('puts required options first, and offers what can be offered', async () => {
    const discord = await discordAlone();
    await printed(discord.settings);
    expect(discord.registered()[2]).toMatchObject({
      name: 'quiz',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [
        { name: 'topic', type: 3, required: true, max_length: 200 },
        { name: 'seconds', type: 4, min_value: 10, max_value: 300 },
        {
          name: 'scoring',
          type: 3,
          choices: [
            { name: 'Study', value: 'study' },
            { name: 'Party', value: 'party' },
          ],
        },
        { name: 'solo', type: 5 },
      ],
    });
    expect(discord.registered()[0]).toMatchObject({
      options: [{ name: 'question', autocomplete: true }, {}],
    });
  });

  test('tells a change of an option by its name', () => {
    const options = {
      ...quiz.options,
      seconds: { type: 'integer' as const, min: 5, max: 300, summary: 'Seconds a question' },
    };
    const changed = { ...quiz, options };
    expect(planCommands(commandBodies([quiz]), commandBodies([changed]))).toEqual([
      '~ /quiz: option "seconds"',
    ]);
  });

  test('writes nothing that Discord could not take', async () => {
    const discord = await discordAlone();
    const wordy = defineCommand({ ...lookup, summary: 'Look something up. '.repeat(6) });
    await expect(printed(discord.settings, [wordy])).rejects.toThrow(
      'the summary of "aws": 114, allowed 100',
    );
    expect(discord.requests.some(({ method }) => method === 'PUT')).toBe(false);
  });

  test('says what is wrong with the token', async () => {
    const discord = await discordAlone();
    await expect(printed({ ...discord.settings, token: 'a.b.c' })).rejects.toThrow(
      'Discord refuses DISCORD_TOKEN',
    );
  });
});

describe('registration by the adapter', () => {
  test('at the start only where something differs, and whenever the commands change', async () => {
    const { discord, chat, logged } = await hosted();
    expect(discord.registered().map(({ name }) => name)).toEqual(['aws', 'Look this up', 'quiz']);
    chat.change([otherLookup]);
    chat.change([quiz]);
    chat.change([lookup]);
    await discord.until(() => discord.registered().length === 2);
    const puts = discord.requests.filter(({ method }) => method === 'PUT');
    expect(puts).toHaveLength(2);
    expect(logged.map(({ sentence }) => sentence)).toContain('Commands: - /quiz');
  });

  test('one that fails is a warning, and is made up for at the next change', async () => {
    const chat = testChat([lookup]);
    const { discord, warned } = await hosted({
      chat,
      failing: [
        ['PUT /applications', { refusal: new Refusal(429, 0, 'slow down'), retryAfter: 60, times: 1 }],
      ],
    });
    expect(await warned).toContain('could not be registered');
    expect(discord.registered()).toEqual([]);
    chat.change([lookup, quiz]);
    await discord.until(() => discord.registered().length === 3);
  });
});
