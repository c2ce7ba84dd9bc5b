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

test('doctor finds nothing to mend where all is well, and says what to mend where it is not', async () => {
  const { env } = await platforms();
  await cli(['publish:discord'], { env });
  const well = await cli(['doctor'], { env });
  expect(well.out).not.toContain('MEND');
  expect(well.code).toBe(0);
  const ill = await cli(['doctor'], {
    env: {
      ...env,
      DISCORD_TOKEN: 'MTAw.wrong.token-token',
      SLACK_APP_TOKEN: 'xapp-wrong',
      DATABASE_URL: 'postgres://a:hush@127.0.0.1:1/x',
    },
  });
  expect(ill.code).toBe(1);
  expect(ill.out).toMatch(/^MEND {2}.*DISCORD_TOKEN/m);
  expect(ill.out).toMatch(/^MEND {2}.*SLACK_APP_TOKEN/m);
  expect(ill.out).toMatch(/^MEND {2}PostgreSQL refuses: /m);
  expect(ill.out + ill.err).not.toMatch(/wrong\.token|hush/);
});
