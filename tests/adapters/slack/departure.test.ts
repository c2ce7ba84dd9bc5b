import { describe, expect, test } from 'vitest';
import { envelope } from '../../servers/slack-envelope.ts';
import { encode, signedRequest } from '../../servers/slack-transport.ts';
import { failure, posting } from './postings.ts';
import { startBot } from './start.ts';

const removed = /^The app was removed from the workspace.*copy the new token.*into SLACK_BOT_TOKEN\.$/;

describe.each(['socket', 'http'] as const)('a workspace that removes the app, over %s', (mode) => {
  test('is told of once, and is the end', async () => {
    const bot = await startBot({ mode });
    await bot.slack.uninstalls();
    expect((await bot.lost).message).toMatch(removed);
    expect(bot.departed).toEqual(['T1']);
    expect(await failure(bot.port.post(posting()))).toMatchObject({ kind: 'later', everywhere: true });
    expect(bot.log).toEqual([]);
    await bot.stop();
    expect(bot.slack.faults).toEqual([]);
  });
});

test('no connection is opened any more', async () => {
  const bot = await startBot();
  await bot.slack.uninstalls();
  await bot.lost;
  await bot.stop();
  const opened = bot.slack.calls.filter(({ method }) => method === 'apps.connections.open');
  expect(opened).toHaveLength(1);
  expect(bot.connection).toEqual([]);
});

test('with the token that it has ended nothing starts; with the next one all does', async () => {
  const bot = await startBot();
  const { apiUrl, botToken } = bot.slack;
  await bot.slack.uninstalls();
  const start = (token: string) => startBot({ settings: { apiUrl, botToken: token } });
  await expect(start(botToken)).rejects.toThrow(/SLACK_BOT_TOKEN no longer works/);
  const next = await start(bot.slack.reinstalls());
  expect(await next.port.isIn('T1')).toBe(true);
  await next.stop();
  await bot.stop();
});

test('the end of an installation before this one, and that of another workspace, are none of ours', async () => {
  const bot = await startBot({ mode: 'http' });
  const { signingSecret, world } = bot.slack;
  const gone = envelope(world, { type: 'app_uninstalled' });
  const tell = (change: object) =>
    signedRequest(bot.requestUrl, encode('events_api', { ...gone, ...change }), {
      signingSecret,
      at: Date.now(),
    });
  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  expect((await tell({ event_time: anHourAgo })).status).toBe(200);
  expect((await tell({ team_id: 'T2' })).status).toBe(200);
  expect((await bot.slack.member('Ana').types('/look on')).text).toContain('on');
  expect(bot.departed).toEqual([]);
  await bot.stop();
});
