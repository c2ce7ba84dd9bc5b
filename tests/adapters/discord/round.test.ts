import { describe, expect, test } from 'vitest';
import { checkCommands } from '../../../src/adapters/discord/command-limits.ts';
import { commandBodies } from '../../../src/adapters/discord/commands.ts';
import { planCommands } from '../../../src/adapters/discord/plan.ts';
import type { CommandGroup } from '../../../src/chat/command.ts';
import { hosted } from './hosting.ts';
import { closed, question, round } from './round-commands.ts';
import { testChat } from './study-commands.ts';

const playing = () => hosted({ chat: testChat([round]) });
const plain = (text: string) => text.replaceAll('\\', '');

describe('subcommands', () => {
  test('are registered under their command, with their options', async () => {
    const { discord } = await playing();
    expect(discord.registered()).toMatchObject([
      {
        name: 'round',
        options: [
          { type: 1, name: 'start', options: [{ name: 'topic', required: true }, { name: 'seconds' }] },
          { type: 1, name: 'stop', options: [] },
          { type: 1, name: 'settings' },
        ],
      },
    ]);
  });

  test('are run with their options', async () => {
    const { discord, chat } = await playing();
    const ana = discord.member('Ana');
    const started = await ana.types('round start', { topic: 'waf', seconds: 30 });
    expect(plain(started.text)).toBe('Started: {"seconds":30,"topic":"waf"}');
    expect((await ana.types('round stop')).text).toBe('Stopped');
    expect(chat.events.map(({ input }) => input)).toEqual([
      { kind: 'command', command: 'round start', options: { topic: 'waf', seconds: 30 } },
      { kind: 'command', command: 'round stop', options: {} },
    ]);
  });

  test('offer what can be typed', async () => {
    const { discord } = await playing();
    expect(await discord.member('Ana').isOffered('round start', 'topic', 'waf')).toEqual([
      { name: 'All of waf', value: 'waf' },
    ]);
  });

  test('count as options do', () => {
    const [start] = round.subcommands;
    const [topic = ''] = Object.keys(start.options);
    const many = Array.from({ length: 26 }, (_, index) => ({ ...start, name: `start-${index}` }));
    const wide = Object.fromEntries(
      many.map(({ name }) => [name, { ...start.options[topic], summary: 'x' }]),
    );
    const body = (subcommands: readonly object[]) =>
      commandBodies([{ ...round, subcommands: subcommands as CommandGroup['subcommands'] }]);
    expect(checkCommands(body(many))).toEqual(['the options of "round": 26, allowed 25']);
    expect(checkCommands(body([{ ...start, options: wide }]))).toEqual([
      'the options of "round start": 26, allowed 25',
    ]);
    expect(checkCommands(body([{ ...start, name: 'x'.repeat(33), summary: 'y'.repeat(101) }]))).toEqual([
      expect.stringContaining('33, allowed 32'),
      expect.stringContaining('101, allowed 100'),
    ]);
  });

  test('that change are told by their names', () => {
    const [start, stop] = round.subcommands;
    const before = commandBodies([round]);
    const { topic } = start.options;
    if (!topic || !stop) throw new Error('They are there.');
    const other = { ...start, options: { topic: { ...topic, summary: 'On what' } } };
    expect(planCommands(before, commandBodies([{ ...round, subcommands: [other, stop] }]))).toEqual([
      '~ /round: order of options, option "start", option "start topic"',
    ]);
    expect(planCommands(before, before)).toEqual([]);
  });
});

describe('a form that goes to an action', () => {
  test('brings what was typed', async () => {
    const { discord, adapter, chat } = await playing();
    const ana = discord.member('Ana');
    await adapter.port.post({ place: discord.channel.id, message: question, key: 'q1' });
    const form = await ana.opensBy(ana.sees()[0] ?? fail(), 'Report this question');
    expect(form.form).toMatchObject({ title: 'Report this question', components: [{ label: 'problem' }] });
    const thanks = await ana.fills(form, { problem: 'Both do.' });
    expect(thanks).toMatchObject({ text: 'Question 1: Both do.', private: true });
    expect(chat.events.at(-1)?.input).toEqual({
      kind: 'action',
      action: 'round:reported:1',
      values: ['Both do.'],
    });
  });

  test('has a value for each option in order, blank ones too', async () => {
    const { discord } = await playing();
    const ana = discord.member('Ana');
    const form = await ana.opens('round settings');
    expect(form.form.components.map(({ label }) => label)).toEqual(['lookups', 'start', 'note']);
    expect(plain((await ana.fills(form, {})).text)).toBe('Saved ["","hosts",""]');
    const filled = await ana.fills(form, { lookups: 'No', start: 'Everyone', note: 'Hello' });
    expect(plain(filled.text)).toBe('Saved ["false","all","Hello"]');
  });
});

describe('a message that was posted', () => {
  test('is answered by whoever clicks, each click with its own time and right', async () => {
    let time = Date.UTC(2026, 10, 22, 12);
    const { discord, adapter, chat } = await hosted({ chat: testChat([round]), now: () => time });
    const posted = await adapter.port.post({ place: discord.channel.id, message: question, key: 'q1' });
    expect(posted.at).toBe(time);
    const [ana, ben] = [discord.member('Ana'), discord.member('Ben', { may: ['ManageMessages'] })];
    const [seen = fail()] = ana.sees();
    time += 4000;
    expect(await ana.clicks(seen, 'A  AWS WAF')).toMatchObject({ text: 'AWS WAF recorded', private: true });
    time += 1000;
    expect(await ben.clicks(seen, 'B  AWS Shield')).toMatchObject({ text: 'AWS Shield recorded' });
    expect(chat.events.map(({ at, permissions }) => [at - posted.at, permissions?.moderates])).toEqual([
      [4000, false],
      [5000, true],
    ]);
    expect(seen.posted.edits).toBe(0);
  });

  test('takes the same click twenty times at once, each with an id of its own', async () => {
    const { discord, adapter, chat } = await playing();
    await adapter.port.post({ place: discord.channel.id, message: question, key: 'q1' });
    const ana = discord.member('Ana');
    const [seen = fail()] = ana.sees();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ana.clicks(seen, 'A  AWS WAF')));
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['AWS WAF recorded']));
    expect(new Set(chat.events.map(({ id }) => id)).size).toBe(20);
  });

  test('takes a click that was under way when it was closed', async () => {
    const { discord, adapter } = await playing();
    const { id } = await adapter.port.post({ place: discord.channel.id, message: question, key: 'q1' });
    const ana = discord.member('Ana');
    const [seen = fail()] = ana.sees();
    await adapter.port.edit(discord.channel.id, id, closed);
    expect(ana.sees()[0]?.controls).toEqual([]);
    expect((await ana.clicksLate(seen, 'A  AWS WAF')).text).toBe('AWS WAF recorded');
  });
});

function fail(): never {
  throw new Error('There is nothing to see.');
}
