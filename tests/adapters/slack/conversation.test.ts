import { describe, expect, test } from 'vitest';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { textIn } from '../../servers/slack-blocks.ts';
import type { Member } from '../../servers/slack-member.ts';
import { slow } from './commands.ts';
import { meetings } from './meeting.ts';
import { type Bot, startBot } from './start.ts';

const done: Message = [{ kind: 'text', text: text('Here it is') }];

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  let bot: Bot;
  let ana: Member;
  let ben: Member;

  meetings(mode, (met) => {
    ({ bot, ana, ben } = met);
  });
  const noFaults = () => expect(bot.slack.faults).toEqual([]);
  const says = (words: string) => expect.stringContaining(words);

  test('a slash command is answered to its asker alone', async () => {
    const seen = await ana.types('/look shield');
    expect(seen).toMatchObject({ only: ana.id, text: says('You asked: shield') });
    expect(ben.screen).toEqual([]);
    expect(bot.events[0]).toMatchObject({
      platform: 'slack',
      manner: 'quiet',
      actor: { id: `T1-${ana.id}`, name: 'Ana' },
      place: { id: 'C1', direct: false },
      server: 'T1',
      input: { kind: 'line', command: 'look', text: 'shield' },
    });
    noFaults();
  });

  test('with --public everyone sees it, also where the app is no member', async () => {
    bot.slack.channel('C2', { botIsIn: false, members: [ana, ben] });
    await ana.types('/look shield --public', 'C2');
    expect((await ben.sees(/You asked: shield/)).only).toBeUndefined();
    noFaults();
  });

  test('what a member did wrong is said to them alone', async () => {
    const seen = await ana.types('/look fail --public');
    expect(seen).toMatchObject({ only: ana.id, text: 'That failed. Try another word.' });
  });

  test('a click on a public message answers with a new one, and leaves the public one as it was', async () => {
    const seen = await ana.types('/look shield --public');
    const before = structuredClone(seen.blocks);
    expect(await ben.clicks(seen, 'More')).toMatchObject({ only: ben.id, text: 'More of shield' });
    expect(await ben.clicks(seen, 'Turn the page')).toMatchObject({ only: ben.id, text: says('Page 2') });
    expect(seen.blocks).toEqual(before);
    noFaults();
  });

  test('on a private message “replace” takes its place, and “Share” shows everyone', async () => {
    const seen = await ana.types('/look shield');
    const turned = await ana.clicks(seen, 'Turn the page');
    expect(turned).toBe(seen);
    expect(seen.text).toContain('Page 2');
    await ana.clicks(seen, 'Share');
    expect((await ben.sees(/Shared: shield/)).only).toBeUndefined();
    noFaults();
  });

  test('a click on something unknown is answered too', async () => {
    const seen = await ana.types('/look shield');
    expect(await ana.clicks(seen, 'Old')).toMatchObject({ only: ana.id, text: says('no longer') });
    const forged = { type: 'button', action_id: 'no such thing', block_id: '0' };
    expect(await ana.acts(seen, forged)).toMatchObject({ only: ana.id, text: says('no longer') });
    noFaults();
  });

  test('what is ticked counts when it is sent', async () => {
    const seen = await ana.types('/look choose');
    expect(await ana.ticks(seen, ['A', 'C'])).toMatchObject({ text: 'Picked waf and kms' });
    expect(await ana.ticks(seen, [])).toMatchObject({ text: 'Picked' });
    expect(bot.events).toHaveLength(3);
    noFaults();
  });

  test('an entry of a message’s menu is answered with that message', async () => {
    const seen = await ana.picksMenu('menu:look', 'Shield &amp; <@U1|bo>');
    expect(seen).toMatchObject({ only: ana.id, text: 'The message says: Shield &amp; @bo' });
    noFaults();
  });

  test('a mention is answered in its thread, a private answer to the asker alone', async () => {
    const seen = await ana.mentions('who patches the hypervisor?');
    expect(seen).toMatchObject({ channel: 'C1', text: 'You said: who patches the hypervisor?' });
    expect(seen.thread).toBeDefined();
    expect(await ana.mentions('secretly')).toMatchObject({ only: ana.id, text: 'Only for you' });
    const posts = bot.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posts[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    noFaults();
  });

  test('a direct message is answered there; edits, bots and other subtypes are not', async () => {
    expect(await ana.writes('&lt;shield&gt;')).toMatchObject({
      channel: ana.direct,
      text: 'You said: &lt;shield&gt;',
    });
    expect(bot.events[0]).toMatchObject({ place: { direct: true }, input: { text: '<shield>' } });
    for (const more of [{ bot_id: 'B9' }, { subtype: 'message_changed' }, { user: bot.slack.world.bot }])
      await ana.happens({
        type: 'message',
        channel_type: 'im',
        text: 'ignored',
        channel: ana.direct,
        ...more,
      });
    await ana.writes('last');
    expect(bot.events.map(({ input }) => ('text' in input ? input.text : ''))).toEqual(['<shield>', 'last']);
    noFaults();
  });

  test('Home is published; its clicks open a window, change it, or make Home anew', async () => {
    const home = await ana.opensHome();
    expect(textIn(home.blocks)).toContain(`Welcome T1-${ana.id}`);
    const again = await ana.clicks(home, 'Turn the page');
    expect(again.kind).toBe('home');
    const window = await ana.clicks(home, 'Share');
    expect(window).toMatchObject({ kind: 'modal' });
    expect(textIn(window.blocks)).toContain('Shared: shield');
    noFaults();
  });

  test('a click in a window changes it, a form is laid over it, and its answer is a window again', async () => {
    const window = await ana.clicks(await ana.opensHome(), 'Old');
    await ana.acts(window, { type: 'button', action_id: 'look:page:3#0', block_id: '0' });
    expect(textIn(window.blocks)).toContain('Page 3');
    const form = await ana.clicks(window, 'Ask in a form');
    const round = await ana.submits(form, {});
    expect(textIn(round.blocks)).toContain('from a button');
    noFaults();
  });

  test('a long answer goes on in further messages, the sixth by direct message', async () => {
    await ana.types('/look long');
    await ana.sees(/fact 999/);
    const held = ana.screen.map(({ blocks }) => textIn(blocks)).join('');
    for (const index of [0, 500, 999]) expect(held).toContain(`fact ${index} .`);
    expect(ana.screen.some(({ channel }) => channel === ana.direct)).toBe(true);
    expect(bot.slack.faults).toEqual([expect.stringContaining('used_url')]);
  });

  test('a slow answer comes by the response URL', async () => {
    const seen = ana.types('/look slow');
    await expect.poll(() => bot.events.length).toBe(1);
    slow.answer.resolve(done);
    expect(await seen).toMatchObject({ only: ana.id, text: 'Here it is' });
    noFaults();
  });

  test('what fails later is one plain sentence', async () => {
    slow.answer.reject(new Error('secret detail'));
    slow.answer.promise.catch(() => undefined);
    const seen = await ana.types('/look slow');
    expect(seen.text).toMatch(/went wrong/);
    expect(seen.text).not.toContain('secret');
  });
});

test('a guest of a shared channel is a player of their own team', async () => {
  const bot = await startBot();
  const guest = bot.slack.member('Gus', 'T9');
  const seen = await guest.types('/look shield');
  await guest.clicks(seen, 'More');
  await guest.mentions('hello');
  expect(new Set(bot.events.map(({ actor }) => actor.id))).toEqual(new Set([`T9-${guest.id}`]));
  await bot.stop();
});

test('an event that Slack delivers twice is answered once', async () => {
  const bot = await startBot();
  const ana = bot.slack.member('Ana');
  const event = {
    type: 'app_mention',
    text: `<@${bot.slack.world.bot}> again`,
    channel: 'C1',
    user: ana.id,
    ts: '1.2',
  };
  const envelope = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event_time: 1, event };
  await bot.slack.socket.deliver('events_api', envelope);
  await bot.slack.socket.deliver('events_api', envelope);
  await ana.mentions('once');
  expect(bot.events.map(({ id }) => id)).toEqual(['Ev1', expect.stringMatching(/^Ev/)]);
  await bot.stop();
});

test('what another process has taken is left to it; a command and a click, which Slack delivers once, are not', async () => {
  const asked: string[] = [];
  const bot = await startBot({
    take: async (id) => {
      asked.push(id);
      return false;
    },
  });
  const ana = bot.slack.member('Ana');
  const { bot: self, team } = bot.slack.world;
  const event = { type: 'app_mention', text: `<@${self}> again`, channel: 'C1', user: ana.id, ts: '1.2' };
  const envelope = { type: 'event_callback', team_id: team, event_id: 'Ev1', event_time: 1, event };
  await bot.slack.socket.deliver('events_api', envelope);
  await ana.clicks(await ana.types('/look shield'), 'More');
  expect(bot.events.map(({ input }) => input.kind)).toEqual(['line', 'action']);
  expect(asked).toEqual(['Ev1']);
  await bot.stop();
});
