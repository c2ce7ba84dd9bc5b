import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SendFailure } from '../../../src/chat/port.ts';
import type { Fault } from '../../servers/slack-faults.ts';
import { failure, posting } from './postings.ts';
import { type Bot, startBot } from './start.ts';

let bot: Bot;
const calls = (method: string) => bot.slack.calls.filter((call) => call.method === method);

beforeEach(async () => {
  bot = await startBot();
  bot.slack.member('Ana');
});
afterEach(async () => {
  await bot.stop();
});

describe('what Slack or the network says', () => {
  test.each<[string, Fault, SendFailure, number]>([
    ['429', { kind: 'limited', seconds: 3 }, { kind: 'later', after: 3000 }, 0],
    ['a 5xx', { kind: 'broken', status: 503 }, { kind: 'unknown' }, 0],
    ['a connection cut before', { kind: 'cut', moment: 'before' }, { kind: 'unknown' }, 0],
    ['a connection cut after', { kind: 'cut', moment: 'after' }, { kind: 'unknown' }, 1],
  ])('%s is one try', async (_, fault, expected, there) => {
    bot.slack.breaks('chat.postMessage', fault);
    expect(await failure(bot.port.post(posting()))).toEqual(expected);
    expect(calls('chat.postMessage')).toHaveLength(1);
    expect(bot.slack.posts('C1')).toHaveLength(there);
    await bot.port.post(posting());
    expect(bot.slack.posts('C1')).toHaveLength(there + 1);
  });

  test.each<[string, SendFailure]>([
    ['not_in_channel', { kind: 'refused' }],
    ['channel_not_found', { kind: 'refused' }],
    ['is_archived', { kind: 'refused' }],
    ['missing_scope', { kind: 'refused' }],
    ['restricted_action_read_only_channel', { kind: 'refused' }],
    ['msg_blocks_too_long', { kind: 'refused' }],
    ['something_new', { kind: 'refused' }],
    ['ratelimited', { kind: 'later', after: 5000 }],
    ['service_unavailable', { kind: 'later', after: 5000 }],
    ['message_limit_exceeded', { kind: 'later', after: 60_000 }],
    ['internal_error', { kind: 'unknown' }],
    ['fatal_error', { kind: 'unknown' }],
  ])('the code %s', async (code, expected) => {
    bot.slack.refuse(code, 'chat.postMessage');
    expect(await failure(bot.port.post(posting()))).toEqual(expected);
  });

  test('each 429 is counted, also where an answer then takes another way', async () => {
    const ben = bot.slack.member('Ben');
    bot.slack.breaks('chat.postMessage', { kind: 'limited', seconds: 1 });
    await failure(bot.port.post(posting()));
    expect(bot.limited()).toBe(1);
    bot.slack.breaks('respond', { kind: 'limited', seconds: 1 });
    expect(await ben.types('/look on')).toMatchObject({ channel: ben.direct });
    expect(bot.limited()).toBe(2);
  });

  test('a token that is revoked: what is to be sent waits, and the platform is lost', async () => {
    bot.slack.refuse('token_revoked', 'chat.postMessage');
    expect(await failure(bot.port.post(posting()))).toEqual({
      kind: 'later',
      after: 60_000,
      everywhere: true,
    });
    expect((await bot.lost).message).toMatch(/SLACK_BOT_TOKEN no longer works/);
  });

  test('where nobody answers, nothing was done', async () => {
    await bot.slack.close();
    // The connection that was open is cut with the first try; from then on there is none to be had.
    expect(await failure(bot.port.post(posting()))).toEqual({ kind: 'unknown' });
    expect(await failure(bot.port.post(posting()))).toEqual({ kind: 'later', after: 5000, everywhere: true });
  });

  test('channels that change under it', async () => {
    const { world } = bot.slack;
    for (const change of [{ archived: true }, { archived: false, botIsIn: false }, { readOnly: true }]) {
      world.alter('C1', change);
      expect(await failure(bot.port.post(posting()))).toEqual({ kind: 'refused' });
    }
    world.deleteChannel('C1');
    expect(await failure(bot.port.post(posting()))).toEqual({ kind: 'refused' });
    expect(bot.slack.faults).toEqual([]);
  });
});
