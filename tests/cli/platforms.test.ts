import { afterEach, expect, test } from 'vitest';
import { startDiscord } from '../servers/discord.ts';
import { startSlack } from '../servers/slack.ts';
import { cli } from './run.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function platforms() {
  const [discord, slack] = await Promise.all([startDiscord(), startSlack()]);
  cleanups.push(discord.close, slack.close);
  const env = {
    DISCORD_TOKEN: discord.settings.token,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  return { discord, slack, env };
}

test('publish:discord prints what changes before it writes, and running it again changes nothing', async () => {
  const { discord, env } = await platforms();
  const first = await cli(['publish:discord'], { env });
  expect(first).toEqual({
    code: 0,
    out: '+ /aws\n+ /quiz\n+ /tips\n+ /studyhall\n+ "Look this up" in the menu of a message\n',
    err: '',
  });
  expect(discord.registered().map(({ name }) => name)).toEqual([
    'aws',
    'quiz',
    'tips',
    'studyhall',
    'Look this up',
  ]);
  const again = await cli(['publish:discord'], { env });
  expect(again).toEqual({ code: 0, out: 'Nothing to change.\n', err: '' });
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});
