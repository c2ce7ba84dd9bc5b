import { describe, expect, test } from 'vitest';
import type { Member } from '../../servers/slack-member.ts';
import { slow } from './commands.ts';
import { meetings } from './meeting.ts';
import type { Bot } from './start.ts';

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  let bot: Bot;
  let ana: Member;
  let ben: Member;

  meetings(mode, (met) => {
    ({ bot, ana, ben } = met);
  });
  const noFaults = () => expect(bot.slack.faults).toEqual([]);
  const says = (words: string) => expect.stringContaining(words);

  test('a command without its required option opens a form, and the form is that command', async () => {
    const form = await ana.types('/quiz questions:5');
    expect(form).toMatchObject({ kind: 'modal', view: { title: { text: '/quiz' } } });
    const seen = await ana.submits(form, { topic: 'Shield', hard: true, mode: 'party' });
    expect(seen).toMatchObject({ channel: 'C1', text: says('"questions":5') });
    expect(seen).toMatchObject({ text: says('"mode":"party"') });
    expect(bot.events[1]).toMatchObject({
      place: { id: 'C1' },
      input: {
        kind: 'command',
        command: 'quiz',
        options: { topic: 'Shield', questions: '5', hard: 'true', mode: 'party' },
      },
    });
    noFaults();
  });

  test('a subcommand is words of the line, or a form of its own', async () => {
    expect((await ana.types('/round stop')).text).toBe('Stopped');
    expect((await ana.types('/round')).text).toBe('Start or stop?');
    const form = await ana.types('/round start --hard');
    expect(form.view).toMatchObject({ title: { text: '/round start' } });
    expect((await ana.submits(form, { topic: 'KMS' })).text).toBe('Round on KMS, hard');
    expect(bot.events.at(-1)).toMatchObject({
      input: { kind: 'command', command: 'round start', options: { topic: 'KMS', hard: 'true' } },
    });
    noFaults();
  });

  test('a form to an action brings all its values, blank ones too', async () => {
    const form = await ana.clicks(await ana.types('/look shield'), 'Report');
    expect(form.view).toMatchObject({ title: { text: 'Report this question' } });
    const seen = await ana.submits(form, { what: 'typo', urgent: false });
    expect(seen).toMatchObject({ only: ana.id, text: 'Reported q1: typo, not urgent, no kind' });
    expect(bot.events.at(-1)).toMatchObject({
      place: { id: 'C1' },
      input: { kind: 'action', action: 'look:complained:q1', values: ['typo', '', ''] },
    });
    noFaults();
  });

  test('a form that is refused stays open, with what was typed and why', async () => {
    const form = await ana.clicks(await ana.types('/look shield'), 'Report');
    const refused = await ana.submits(form, { what: 'nothing' });
    expect(refused).toBe(form);
    expect(form.errors).toEqual({ what: 'Say in one line what is wrong.' });
    expect(ana.screen).toHaveLength(2);
    expect(await ana.submits(form, { what: 'the answer', kind: 'wrong' })).toMatchObject({
      text: 'Reported q1: the answer, true, wrong',
    });
    noFaults();
  });

  test('a form whose action fails later stays open too', async () => {
    const form = await ana.clicks(await ana.types('/look shield'), 'Report');
    const sent = ana.submits(form, { what: 'slow' });
    await expect.poll(() => bot.events.length).toBe(3);
    slow.answer.reject(new Error('secret detail'));
    await sent;
    expect(form.errors).toEqual({ what: expect.stringMatching(/went wrong/) });
    noFaults();
  });

  test('a button opens a form whose answer comes to the channel', async () => {
    const seen = await ana.types('/look shield');
    const form = await ana.clicks(seen, 'Ask in a form');
    await ana.submits(form, {});
    expect((await ben.sees(/Round/)).text).toContain('from a button');
    noFaults();
  });
});
