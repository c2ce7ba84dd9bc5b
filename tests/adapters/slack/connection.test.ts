import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { After } from '../../../src/adapters/slack/after.ts';
import { OutageError, PlatformError } from '../../../src/chat/errors.ts';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { startSlack } from '../../servers/slack.ts';
import { encode, signedRequest } from '../../servers/slack-transport.ts';
import { slow, testCommands } from './commands.ts';
import { type BotOptions, startBot } from './start.ts';

/** Pauses between tries pass at once; the deadline for Slack's greeting does not. */
const hasty: After = (ms, signal) =>
  setTimeout(ms === 15_000 ? ms : 0, undefined, { ...(signal && { signal }) });

/** How a start fails. */
const failing = async (options: BotOptions): Promise<PlatformError> => {
  const error = await startBot(options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PlatformError)) throw new Error('It did not fail as it should.');
  return error;
};

const refusal = async (options: BotOptions): Promise<string> => {
  const error = await failing(options);
  expect(error).not.toBeInstanceOf(OutageError);
  return error.message;
};

const outage = async (options: BotOptions): Promise<string> => {
  const error = await failing(options);
  expect(error).toBeInstanceOf(OutageError);
  return error.message;
};

describe('the start says in one sentence what to mend', () => {
  test.each([
    ['an unknown bot token', { settings: { botToken: 'xoxb-wrong' } }, /SLACK_BOT_TOKEN.*copy it again/],
    ['an unknown app token', { settings: { appToken: 'xapp-wrong' } }, /SLACK_APP_TOKEN.*copy it again/],
    [
      'the tokens mixed up',
      { settings: { botToken: 'xapp-1-test' } },
      /SLACK_BOT_TOKEN must be the bot token/,
    ],
    [
      'a bot token for the app',
      { settings: { appToken: 'xoxb-1-test' } },
      /SLACK_APP_TOKEN must be the app-level/,
    ],
  ])('%s', async (_, options, sentence) => {
    const said = await refusal(options);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/wrong|-1-test/);
  });

  test.each([
    ['account_inactive', /no longer works/, refusal],
    ['missing_scope', /lacks the scope/, refusal],
    ['something_new', /something_new/, outage],
    ['service_unavailable', /service_unavailable/, outage],
  ])('Slack’s code %s', async (code, sentence, kind) => {
    const slack = await startSlack();
    slack.refuse(code, 'auth.test');
    expect(await kind({ settings: { apiUrl: slack.apiUrl } })).toMatch(sentence);
    await slack.close();
  });
});

test('where nobody answers, the start says so', async () => {
  const slack = await startSlack();
  await slack.close();
  const said = await outage({ settings: { apiUrl: slack.apiUrl } });
  expect(said).toMatch(/cannot be reached \(ECONNREFUSED\)/);
});

test('a connection that is never greeted is given up', async () => {
  const slack = await startSlack();
  slack.socket.greets = false;
  const after: After = (ms, signal) =>
    setTimeout(ms === 15_000 ? 300 : ms, undefined, { ...(signal && { signal }) });
  expect(await outage({ after, settings: { apiUrl: slack.apiUrl } })).toMatch(/did not greet/);
  await slack.close();
});

test('the start says who it is, which scopes are missing, and how to create the app again', async () => {
  const bot = await startBot({ scopes: ['commands', 'chat:write'] });
  expect(bot.lines).toEqual([
    'Slack: connected as studyhall in Study group.',
    expect.stringMatching(
      /lacks app_mentions:read, im:history, channels:read, groups:read, users:read, files:write\./,
    ),
    expect.stringMatching(/open https:\/\/api\.slack\.com\/apps\?new_app=1&manifest_json=\S+$/),
  ]);
  await bot.stop();
});

test('when Slack moves the connection, the next one is there at once', async () => {
  const bot = await startBot({ after: hasty });
  const ana = bot.slack.member('Ana');
  await ana.types('/look one');
  bot.slack.socket.disconnect('refresh_requested');
  await expect
    .poll(() => bot.slack.calls.filter(({ method }) => method === 'apps.connections.open').length)
    .toBe(2);
  expect((await ana.types('/look two')).text).toContain('two');
  expect(bot.connection).toEqual(['cut', 'back']);
  await bot.stop();
});

test('a connection that Slack cannot give for a while is tried again', async () => {
  const bot = await startBot({ after: hasty });
  const ana = bot.slack.member('Ana');
  bot.slack.refuse('internal_error', 'apps.connections.open');
  bot.slack.socket.disconnect('refresh_requested');
  await expect
    .poll(() => bot.slack.calls.filter(({ method }) => method === 'apps.connections.open').length)
    .toBeGreaterThan(3);
  bot.slack.accept('apps.connections.open');
  expect((await ana.types('/look again')).text).toContain('again');
  await bot.stop();
});

test('a revoked app token, or Socket Mode switched off, is the end', async () => {
  const revoked = await startBot({ after: hasty });
  revoked.slack.refuse('token_revoked', 'apps.connections.open');
  revoked.slack.socket.disconnect('refresh_requested');
  expect((await revoked.lost).message).toMatch(/SLACK_APP_TOKEN no longer works/);
  await revoked.stop();

  const off = await startBot({ after: hasty });
  off.slack.socket.disconnect('link_disabled');
  expect((await off.lost).message).toMatch(/Socket Mode has been switched off/);
  await off.stop();
});

test('a revoked bot token is the end, and the log has the code alone', async () => {
  const bot = await startBot();
  const ana = bot.slack.member('Ana');
  bot.slack.refuse('token_revoked', 'chat.postMessage');
  await ana.happens({ type: 'app_mention', text: 'hello', channel: 'C1' });
  expect((await bot.lost).message).toMatch(/SLACK_BOT_TOKEN no longer works/);
  expect(bot.log).toContain('Slack did not take a reply.');
  await bot.stop();
});

test('stopping lets a reply under way out first, and takes nothing new', async () => {
  slow.answer = Promise.withResolvers<Message>();
  const bot = await startBot();
  const ana = bot.slack.member('Ana');
  const seen = ana.types('/look slow');
  await expect.poll(() => bot.events.length).toBe(1);
  const stopped = bot.stop();
  slow.answer.resolve([{ kind: 'text', text: text('Just in time') }]);
  expect((await seen).text).toBe('Just in time');
  await stopped;
});

test('a window that can no longer be opened becomes a direct message', async () => {
  const bot = await startBot();
  const ana = bot.slack.member('Ana');
  const home = await ana.opensHome();
  bot.slack.refuse('expired_trigger_id', 'views.open');
  expect(await ana.clicks(home, 'More')).toMatchObject({
    kind: 'message',
    channel: ana.direct,
    text: 'More of shield',
  });
  expect((await ana.types('/quiz')).text).toMatch(/Type \/quiz/);
  await bot.stop();
});

test('a response URL that has run out becomes a direct message', async () => {
  const bot = await startBot();
  const ana = bot.slack.member('Ana');
  const form = await ana.types('/quiz');
  bot.slack.refuse('expired_url', 'respond');
  expect(await ana.submits(form, { topic: 'KMS' })).toMatchObject({ channel: ana.direct });
  await bot.stop();
});

test('new commands are said once, with the step that is left', async () => {
  const bot = await startBot();
  const [look] = testCommands;
  bot.learn([...testCommands, ...(look ? [{ ...look, name: 'notes' }] : [])]);
  bot.learn(testCommands);
  expect(bot.log).toEqual([expect.stringMatching(/\/notes.*publish:slack.*\/studyhall notes/)]);
  await bot.stop();
});

test('each event is taken once: at its acknowledgement, or where Slack waits for none when it is answered', async () => {
  const bot = await startBot();
  const ana = bot.slack.member('Ana');
  const form = await ana.types('/quiz');
  await ana.submits(form, { topic: 'KMS' });
  await ana.happens({ type: 'app_mention', text: 'hello', channel: 'C1' });
  await ana.opensHome();
  await expect.poll(() => bot.taken).toEqual(bot.events);
  expect(bot.taken.map(({ input }) => input.kind)).toEqual(['line', 'command', 'talk', 'home']);
  await bot.stop();
});

describe('over HTTP', () => {
  const command = encode('slash_commands', {
    command: '/look',
    text: 'x',
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: 't',
  });

  test('a wrong signature and a stale timestamp are refused', async () => {
    const bot = await startBot({ mode: 'http' });
    const { signingSecret } = bot.slack;
    const status = async (secret: string, at: number) =>
      (await signedRequest(bot.requestUrl, command, { signingSecret: secret, at })).status;
    expect(await status('f'.repeat(32), Date.now())).toBe(401);
    expect(await status(signingSecret, Date.now() - 6 * 60_000)).toBe(401);
    expect((await fetch(bot.requestUrl, { method: 'POST', body: '{}' })).status).toBe(401);
    expect(bot.events).toEqual([]);
    await bot.stop();
  });

  test('Slack’s check of the address is answered', async () => {
    const bot = await startBot({ mode: 'http' });
    const check = encode('events_api', { type: 'url_verification', challenge: 'abc' });
    const response = await signedRequest(bot.requestUrl, check, {
      signingSecret: bot.slack.signingSecret,
      at: Date.now(),
    });
    expect(await response.json()).toEqual({ challenge: 'abc' });
    await bot.stop();
  });
});
