import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { controlsIn } from '../../servers/slack-blocks.ts';
import type { Member } from '../../servers/slack-member.ts';
import { failure, paragraph, posting } from './postings.ts';
import { type Bot, type BotOptions, startBot } from './start.ts';

let bot: Bot;
let ana: Member;

const open = async (options: BotOptions = {}) => {
  bot = await startBot(options);
  ana = bot.slack.member('Ana');
};
const calls = (method: string) => bot.slack.calls.filter((call) => call.method === method);

afterEach(async () => {
  await bot.stop();
});

describe('posting', () => {
  beforeEach(() => open());

  test('a message is there for all, with the platform’s own time, its row and no preview of links', async () => {
    const before = Date.now();
    const posted = await bot.port.post({ ...posting(), replyTo: '1.2' });
    const [seen] = bot.slack.posts('C1');
    expect(posted.id).toBe(seen?.id);
    expect(posted.at).toBe(Math.round(Number(seen?.id) * 1000));
    expect(posted.at).toBeGreaterThanOrEqual(before);
    expect(seen).toMatchObject({ metadata: { event_type: 'studyhall', event_payload: { row: '7' } } });
    expect(seen?.thread).toBeUndefined();
    expect(calls('chat.postMessage')[0]?.args).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(bot.slack.faults).toEqual([]);
  });

  test('anyone may click it, is answered in private, and the message stays as it was', async () => {
    const { id } = await bot.port.post(posting());
    const [seen] = bot.slack.posts('C1');
    if (!seen) throw new Error('nothing was posted');
    const ben = bot.slack.member('Ben');
    const answers = await Promise.all(
      [ana, ben].flatMap((who) => Array.from({ length: 20 }, () => who.clicks(seen, 'B  AWS Shield'))),
    );
    expect(new Set(answers).size).toBe(40);
    for (const answer of answers) expect(answer).toMatchObject({ text: 'Picked 1' });
    expect(answers.map(({ only }) => only).filter((only) => only === ben.id)).toHaveLength(20);
    expect(bot.events).toHaveLength(40);
    expect(bot.slack.posts('C1')).toHaveLength(1);
    await bot.port.edit('C1', id, paragraph('Closed.'));
    expect(controlsIn(seen.blocks)).toEqual([]);
    const [old] = seen.before;
    if (!old) throw new Error('it was not edited');
    expect((await ana.clicks(old, 'A  AWS WAF')).text).toBe('Picked 0');
    expect(bot.slack.faults).toEqual([]);
  });

  test('a click carries Slack’s own time', async () => {
    await bot.port.post(posting());
    const [seen] = bot.slack.posts('C1');
    if (!seen) throw new Error('nothing was posted');
    await ana.acts(seen, {
      type: 'button',
      action_id: 'look:pick:q1#0',
      block_id: '2',
      value: '0',
      action_ts: '1700000000.250000',
    });
    expect(bot.events.at(-1)?.at).toBe(1_700_000_000_250);
  });

  test('a member is written to directly', async () => {
    const posted = await bot.port.direct(`T1-${ana.id}`, paragraph('Your round is paused.'), '8');
    expect(bot.slack.posts(ana.direct)).toMatchObject([{ id: posted.id, text: 'Your round is paused.' }]);
  });

  test('a link opens the message', async () => {
    const { id } = await bot.port.post(posting());
    await ana.types('/look shield');
    const [event] = bot.events;
    expect(event && bot.port.linkTo(event, id)).toBe(
      `https://study.slack.com/archives/C1/p${id.replace('.', '')}`,
    );
  });

  test('it is in its own workspace as long as its token works, and cannot tell of others', async () => {
    expect(await bot.port.isIn('T1')).toBe(true);
    expect(await bot.port.isIn('T2')).toBeUndefined();
    bot.slack.refuse('internal_error', 'auth.test');
    expect(await failure(bot.port.isIn('T1'))).toEqual({ kind: 'unknown' });
    bot.slack.refuse('token_revoked', 'auth.test');
    expect(await failure(bot.port.isIn('T1'))).toMatchObject({ kind: 'later', everywhere: true });
    expect((await bot.lost).message).toMatch(/SLACK_BOT_TOKEN no longer works/);
  });

  test('a message without content is refused', async () => {
    expect(await failure(bot.port.post(posting([])))).toEqual({ kind: 'refused' });
    expect(bot.slack.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  });
});

describe('editing', () => {
  beforeEach(() => open());

  test('leaves no old controls behind, and keeps the row', async () => {
    const { id } = await bot.port.post(posting());
    await bot.port.edit('C1', id, paragraph('This question is closed.'));
    const [seen] = bot.slack.posts('C1');
    expect(seen).toMatchObject({
      id,
      text: 'This question is closed.',
      metadata: { event_type: 'studyhall' },
    });
    expect(controlsIn(seen?.blocks ?? [])).toEqual([]);
  });

  test('a deleted message, a closed edit window, a deleted channel are refused', async () => {
    const { id } = await bot.port.post(posting());
    const edit = () => failure(bot.port.edit('C1', id, paragraph('Closed.')));
    bot.slack.world.closeEditWindow();
    expect(await edit()).toEqual({ kind: 'refused' });
    const [seen] = bot.slack.posts('C1');
    if (seen) bot.slack.world.deleteMessage(seen);
    expect(await edit()).toEqual({ kind: 'refused' });
    bot.slack.world.deleteChannel('C1');
    expect(await edit()).toEqual({ kind: 'refused' });
    bot.slack.breaks('chat.update', { kind: 'limited', seconds: 7 });
    expect(await edit()).toEqual({ kind: 'later', after: 7000 });
    expect(bot.slack.faults).toEqual([]);
  });
});
