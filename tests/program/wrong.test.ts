import { describe, expect, test } from 'vitest';
import { discordHere, slackHere } from '../servers/here.ts';
import { startSmall as start } from './start.ts';

describe('when something is wrong', () => {
  test('one platform that fails is said in one line and does not stop the other', async () => {
    const { slack, env } = await slackHere();
    const { discord } = await discordHere();
    const program = start({
      ...env,
      DISCORD_TOKEN: 'MTAw.wrong.token-token-token',
      DISCORD_API_URL: discord.apiUrl,
    });
    await program.prints(/Slack: connected as/);
    await program.prints(/"platform":"discord"/);
    const lines = program
      .printed()
      .split('\n')
      .filter((line) => line.includes('"platform":"discord"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('DISCORD_TOKEN');
    expect((await slack.member('Ben').types('/sums addition')).text).toContain('Adding up.');
  });

  test('a token that is refused, at the start or later, is one line that names it; the program lives on and is not ready', async () => {
    const { discord, env } = await discordHere();
    for (const token of ['MTAw.wrong.token-token-token', env.DISCORD_TOKEN]) {
      const program = start({ ...env, DISCORD_TOKEN: token });
      const [, address] = await program.prints(/"address":"(\S+?)"/);
      if (token === env.DISCORD_TOKEN) {
        await program.prints(/Invite it/);
        expect((await fetch(`${address}/readyz`)).status).toBe(200);
        discord.resetToken();
      }
      await program.prints(/off until the next start/);
      const lines = program
        .printed()
        .split('\n')
        .filter((line) => /"level":[45]0/.test(line));
      expect(lines).toEqual([expect.stringContaining('Discord refuses DISCORD_TOKEN. Copy the token again')]);
      expect(program.printed()).not.toContain('token-token');
      const ready = await fetch(`${address}/readyz`);
      expect([ready.status, await ready.text()]).toEqual([
        503,
        expect.stringMatching(
          /^discord: off until the next start: the log says what to mend\nstore: answers in/,
        ),
      ]);
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    }
  });

  test('nothing to start is said', async () => {
    const program = start({ PLAYGROUND: 'off' });
    expect(await program.ended).toBe(1);
    expect(program.printed()).toContain('There is nothing to start: set DISCORD_TOKEN or the Slack tokens');
  });

  test('settings with mistakes are listed and nothing starts', async () => {
    const program = start({ PORT: 'x', LOG_LEVEL: 'loud' });
    expect(await program.ended).toBe(1);
    expect(program.printed()).toMatch(/^The settings have mistakes:\nPORT .*\nLOG_LEVEL .*\n$/);
  });

  test('a port that is taken is said, and a folder without decks too', async () => {
    const first = start({});
    const [, port = ''] = await first.prints(/Playground: http:\/\/\S+:(\d+)/);
    const second = start({ PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain(`Port ${port} is in use by another program: set PORT to a free one.`);
    const third = start({ METRICS_PORT: port });
    expect(await third.ended).toBe(1);
    expect(third.printed()).toContain('in use by another program: set METRICS_PORT to a free one.');
    const empty = start({ KNOWLEDGE_DIR: '/nowhere' });
    expect(await empty.ended).toBe(1);
    expect(empty.printed()).toContain('There is no deck to start with: put Markdown into one of /nowhere');
  });
});
