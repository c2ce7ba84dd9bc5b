import { expect, test } from 'vitest';
import { SendError } from '../../../src/chat/port.ts';
import type { Member } from '../../servers/slack-member.ts';
import { type BotOptions, startBot } from './start.ts';

const started = async (options: BotOptions = {}) => {
  const bot = await startBot(options);
  /** What a member may do in a place, when they ask there. */
  const may = async (member: Member, channel = 'C1') => {
    await member.types('/look shield', channel);
    const event = bot.events.at(-1);
    if (!event) throw new Error('no event came');
    return bot.port.permissions(event);
  };
  return { bot, may };
};

test('admins manage, others do not; in a direct conversation everyone moderates', async () => {
  const { bot, may } = await started();
  const [ana, ben] = [bot.slack.member('Ana', 'T1', { admin: true }), bot.slack.member('Ben')];
  expect(await may(ana)).toEqual({ moderates: true, manages: true });
  expect(await may(ben)).toEqual({ moderates: false, manages: false });
  expect(await may(ben, ben.direct)).toEqual({ moderates: true, manages: false });
  await bot.stop();
});

test('an admin of another workspace is a member like others here', async () => {
  const { bot, may } = await started();
  const guest = bot.slack.member('Gus', 'T9', { admin: true });
  expect(await may(guest)).toEqual({ moderates: false, manages: false });
  await bot.stop();
});

test('where the app is no member, it says how to invite it; an invitation counts at once', async () => {
  const { bot, may } = await started();
  const ana = bot.slack.member('Ana');
  bot.slack.channel('C2', { botIsIn: false, members: [ana] });
  bot.slack.channel('G3', { botIsIn: false, isPrivate: true, members: [ana] });
  for (const channel of ['C2', 'G3'])
    expect((await may(ana, channel)).cannotPost).toBe(
      'I am not in this channel: type /invite @studyhall here, then ask again.',
    );
  bot.slack.world.alter('C2', { botIsIn: true });
  expect((await may(ana, 'C2')).cannotPost).toBeUndefined();
  await bot.stop();
});

test.each([
  [{ archived: true }, /archived/],
  [{ readOnly: true }, /only some may write/],
  [{ threadsOnly: true }, /only replies/],
])('a channel that takes no posts says why: %o', async (change, sentence) => {
  const { bot, may } = await started();
  const ana = bot.slack.member('Ana');
  bot.slack.world.alter('C1', change);
  expect((await may(ana)).cannotPost).toMatch(sentence);
  await bot.stop();
});

test('what Slack said is believed for a minute', async () => {
  let clock = 1_700_000_000_000;
  const { bot, may } = await started({ now: () => clock });
  const ana = bot.slack.member('Ana');
  const asked = () => bot.slack.calls.filter(({ method }) => /info$/.test(method)).length;
  await may(ana);
  await may(ana);
  expect(asked()).toBe(2);
  clock += 60_001;
  await may(ana);
  expect(asked()).toBe(4);
  await bot.stop();
});

test('without the scopes nobody moderates, and the first post will tell', async () => {
  const { bot, may } = await started({ scopes: ['commands', 'chat:write'] });
  expect(await may(bot.slack.member('Ana', 'T1', { admin: true }))).toEqual({
    moderates: false,
    manages: false,
  });
  await bot.stop();
});

test('when Slack cannot say, that is a failed try', async () => {
  const { bot, may } = await started();
  bot.slack.breaks('users.info', { kind: 'limited', seconds: 4 });
  const error = await may(bot.slack.member('Ana')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SendError);
  expect(error).toMatchObject({ failure: { kind: 'later', after: 4000 } });
  await bot.stop();
});

test('a member’s time zone comes from their profile, where the app may read it', async () => {
  for (const [scopes, zone] of [
    [undefined, 'Asia/Kolkata'],
    [['commands', 'chat:write'], undefined],
  ] as const) {
    const { bot } = await started(scopes ? { scopes: [...scopes] } : {});
    await bot.slack.member('Ana').types('/look shield');
    const event = bot.events.at(-1);
    expect(event && (await bot.port.timeZone(event))).toBe(zone);
    await bot.stop();
  }
});
