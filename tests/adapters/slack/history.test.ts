import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SendFailure } from '../../../src/chat/port.ts';
import type { Fault } from '../../servers/slack-faults.ts';
import type { Member } from '../../servers/slack-member.ts';
import { failure, history, long, paragraph, posting, question, said } from './postings.ts';
import { type Bot, type BotOptions, startBot } from './start.ts';

let bot: Bot;
let ana: Member;

const open = async (options: BotOptions = {}) => {
  bot = await startBot(options);
  ana = bot.slack.member('Ana');
};
const withHistory = () => open({ scopes: history });

afterEach(async () => {
  await bot.stop();
});

describe('a message that is longer than one may be', () => {
  beforeEach(withHistory);

  test('is posted in order, edited as a whole, and shrinks without a rest', async () => {
    const posted = await bot.port.post(posting(long));
    const ids = posted.id.split(',');
    expect(bot.slack.posts('C1').map(({ id }) => id)).toEqual(ids);
    expect(ids.length).toBeGreaterThan(1);
    expect(said(bot).join('')).toMatch(/^fact 0 .*fact 249 .*AWS Shield$/s);
    await bot.port.edit('C1', posted.id, paragraph('Closed.'));
    await bot.port.edit('C1', posted.id, paragraph('Closed.'));
    expect(said(bot)).toEqual(['Closed.']);
    expect(await failure(bot.port.edit('C1', ids[0] ?? '', long))).toEqual({ kind: 'refused' });
  });

  test.each<[string, Fault, SendFailure]>([
    ['asks to wait', { kind: 'limited', seconds: 1 }, { kind: 'later', after: 1000 }],
    ['fails', { kind: 'broken', status: 502 }, { kind: 'unknown' }],
  ])('is taken back when Slack %s in the midst of it', async (_, fault, expected) => {
    bot.slack.meddle(({ method }, moment) => {
      if (method === 'chat.postMessage' && moment === 'after') {
        bot.slack.meddle(() => undefined);
        bot.slack.breaks('chat.postMessage', fault);
      }
      return undefined;
    });
    expect(await failure(bot.port.post(posting(long)))).toEqual(expected);
    expect(said(bot)).toEqual([]);
  });

  test('of which a part was taken counts as absent, and the part is taken away', async () => {
    const wanted = posting(long);
    bot.slack.breaks('chat.postMessage', { kind: 'cut', moment: 'after' });
    expect(await failure(bot.port.post(wanted))).toEqual({ kind: 'unknown' });
    expect(said(bot)).toHaveLength(1);
    expect(await bot.port.find(wanted, Date.now())).toBe('absent');
    expect(said(bot)).toEqual([]);
    const posted = await bot.port.post(wanted);
    expect(await bot.port.find(wanted, Date.now())).toEqual(posted);
  });
});

describe('finding a post of which nobody knows', () => {
  const wanted = posting(question);

  test('tells whether it was taken', async () => {
    await withHistory();
    const since = Date.now();
    expect(await bot.port.find(wanted, since)).toBe('absent');
    bot.slack.breaks('chat.postMessage', { kind: 'cut', moment: 'after' });
    await failure(bot.port.post(wanted));
    const [seen] = bot.slack.posts('C1');
    expect(await bot.port.find(wanted, since)).toMatchObject({ id: seen?.id });
    expect(await bot.port.find({ ...wanted, key: '8' }, since)).toBe('absent');
  });

  test('looks through a busy channel, and gives up in one that is too busy', async () => {
    await withHistory();
    const since = Date.now();
    const { id } = await bot.port.post(wanted);
    bot.slack.world.historyPage = 15;
    for (let times = 0; times < 40; times += 1) ana.says('hello');
    expect(await bot.port.find(wanted, since)).toMatchObject({ id });
    for (let times = 0; times < 200; times += 1) ana.says('hello');
    expect(await bot.port.find(wanted, since)).toBe('unknowable');
  });

  test('is not to be had where the app may not look', async () => {
    await open();
    expect(await bot.port.find(wanted, Date.now())).toBe('unknowable');
    await bot.stop();
    await withHistory();
    bot.slack.world.alter('C1', { botIsIn: false });
    expect(await bot.port.find(wanted, Date.now())).toBe('unknowable');
    bot.slack.breaks('conversations.history', { kind: 'limited', seconds: 2 });
    expect(await failure(bot.port.find(wanted, Date.now()))).toEqual({ kind: 'later', after: 2000 });
  });
});
