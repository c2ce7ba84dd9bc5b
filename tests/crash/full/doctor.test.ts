import { expect, test } from 'vitest';
import { cli } from '../../cli/run.ts';
import { startDiscord } from '../../servers/discord.ts';
import { silence } from '../../servers/silence.ts';

const tokens = { DISCORD_TOKEN: 'MTAw.a.b', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

test('the doctor ends within 20 seconds where nothing answers', { timeout: 30_000 }, async () => {
  const at = await silence();
  const started = performance.now();
  const { code, out } = await cli(['doctor'], {
    env: {
      ...tokens,
      DISCORD_API_URL: `http://${at}/api`,
      SLACK_API_URL: `http://${at}/api/`,
      DATABASE_URL: `postgres://a:hush@${at}/c`,
    },
  });
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(code).toBe(1);
  expect(out).toMatch(/fault {2}Database: PostgreSQL (does not answer|cannot be reached)/);
  expect(out).toMatch(/fault {2}Token: The address in DISCORD_API_URL does not answer/);
  expect(out).toMatch(/fault {2}Bot token: Slack does not answer/);
});

test('the doctor ends within 20 seconds where Discord lets it in and then says nothing', {
  timeout: 30_000,
}, async () => {
  const discord = await startDiscord({ gatewayUrl: `ws://${await silence()}` });
  discord.failing.set('GET /applications/100/commands', { silent: true });
  const started = performance.now();
  const { code, out } = await cli(['doctor'], {
    env: {
      ...tokens,
      DISCORD_TOKEN: discord.settings.token,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_API_URL: `http://${await silence()}/`,
    },
  });
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(code).toBe(1);
  expect(out).toMatch(/fault {2}Commands: The address in DISCORD_API_URL does not answer/);
  expect(out).toMatch(/fault {2}Gateway: .* does not answer/);
  await discord.close();
});
