import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { LoopbackOptions } from '../servers/discord.ts';
import { discordHere, slackHere } from '../servers/here.ts';
import { aSubscription } from '../store/sample.ts';
import { cli } from './run.ts';

/** A small deck, and a data folder that is not there yet. */
async function folders() {
  const root = await mkdtemp(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const decks = join(root, 'decks');
  await mkdir(decks);
  await writeFile(
    join(decks, 'cells.md'),
    '# Ribosome\n- makes the proteins of every cell\n# Nucleus\n- keeps the DNA\n',
  );
  return { decks, env: { KNOWLEDGE_DIR: decks, DATA_DIR: join(root, 'data') } };
}

/** Both platforms, with somebody in Slack's channel. */
async function platforms(options: LoopbackOptions = {}) {
  const [{ discord, env }, { slack, env: more }] = [await discordHere(options), await slackHere(options)];
  slack.member('Ana');
  return { discord, slack, env: { ...env, ...more } };
}

/** A store that is open, as a running program has it, with a tip a day in a channel of each platform. */
async function subscribed(dataDir: string) {
  const store = await openStore({ dataDir, now: Date.now });
  onTestFinished(() => store.close());
  await store.subscriptions.put({ ...aSubscription('one', 'discord:300'), server: 'discord:200' });
  await store.subscriptions.put({
    ...aSubscription('two', 'slack:C1'),
    platform: 'slack',
    server: 'slack:T1',
  });
  return store;
}

test('with nothing set up there is nothing to mend, and nothing is made', async () => {
  const { env } = await folders();
  const { code, out, err } = await cli(['doctor'], { env });
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^ {2}(fine|note) {3}cells: 2 topics/m);
  expect(out).toMatch(/^Discord\n {2}fine {3}Off: DISCORD_TOKEN turns it on\.$/m);
  expect(out).toMatch(/\nNothing to mend\. \d notes?\.\n$/);
  expect(await readdir(join(env.DATA_DIR, '..'))).toEqual(['decks']);
});

test('with all well it says so, while the program runs, and changes and posts nothing', async () => {
  const { env: own } = await folders();
  const { discord, slack, env } = await platforms();
  await cli(['publish:discord'], { env: { ...own, ...env } });
  await subscribed(own.DATA_DIR);
  const before = await readFile(join(own.DATA_DIR, 'studyhall.db-wal'));
  discord.requests.length = 0;
  const { code, out } = await cli(['doctor'], { env: { ...own, ...env } });
  expect(out).not.toContain('fault');
  expect(code).toBe(0);
  expect(out.match(/^ {2}fine {3}Channels: in 1 channel it may post what is due there\.$/gm)).toHaveLength(2);
  expect(out).toContain('This machine: in step with Discord.');
  expect(discord.requests.every(({ method }) => method === 'GET')).toBe(true);
  expect(slack.calls.some(({ method }) => method.startsWith('chat.'))).toBe(false);
  expect(await readFile(join(own.DATA_DIR, 'studyhall.db-wal'))).toEqual(before);
});

test('with much amiss each fault stands with what to do, and no secret', async () => {
  const { env: own, decks } = await folders();
  await mkdir(join(decks, 'bad'));
  await writeFile(
    join(decks, 'bad', 'a.md'),
    '---\nname: A\n---\nText.\n\n## Questions\n### Which?\n\n- [ ] B\n- [ ] C\n',
  );
  const wrong = {
    ...own,
    ...(await platforms()).env,
    DISCORD_TOKEN: 'MTAw.wrong.token-token',
    SLACK_APP_TOKEN: 'xapp-wrong',
    DATABASE_URL: 'postgres://a:hush@127.0.0.1:1/x',
  };
  const { code, out, err } = await cli(['doctor'], { env: wrong });
  expect(code).toBe(1);
  expect(out).toMatch(/^ {2}fault {2}bad: left out until this is mended.*:\n {9}bad\/a\.md:7 error: /m);
  expect(out).toMatch(/^ {2}fault {2}Database: PostgreSQL cannot be reached: .*Check DATABASE_URL/m);
  expect(out).toMatch(/^ {2}fault {2}Token: Discord refuses DISCORD_TOKEN/m);
  expect(out).toMatch(/^ {2}fault {2}App token: .*SLACK_APP_TOKEN: copy it again/m);
  expect(out).toMatch(/\n4 faults to mend, \d notes\.\n$/);
  expect(out + err).not.toMatch(/wrong\.token|xapp-wrong|hush/);
});

test('channels that refuse and a clock that is wrong are faults', async () => {
  const { env: own } = await folders();
  const { discord, slack, env } = await platforms({ now: () => Date.now() - 60_000 });
  await subscribed(own.DATA_DIR);
  discord.channel.may.delete('SendMessages');
  slack.world.alter('C1', { botIsIn: false });
  const { code, out } = await cli(['doctor'], { env: { ...own, ...env } });
  expect(code).toBe(1);
  expect(out).toMatch(
    /^ {2}fault {2}#text in Study: the tip of the day cannot be posted\. The bot lacks “Send Messages”/m,
  );
  expect(out).toMatch(/^ {2}fault {2}#c1: the tip of the day cannot be posted\. .*\/invite @studyhall/m);
  expect(out).toMatch(/^ {2}fault {2}This machine: (58|59|60)\.\d seconds ahead of Discord: .*NTP/m);
});

test('all mistakes in the settings are said at once', async () => {
  const { code, out, err } = await cli(['doctor'], {
    env: { PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-1', LOG_LEVEL: 'loud' },
  });
  expect([code, err]).toEqual([1, '']);
  expect(out.match(/^ {2}fault {2}Mistake: \S+/gm)).toHaveLength(3);
  expect(out).toMatch(/\n3 faults to mend, 1 note\.\n$/);
});

test('no deck at all is a fault', async () => {
  const { env } = await folders();
  const { code, out } = await cli(['doctor'], { env: { ...env, KNOWLEDGE_DIR: env.DATA_DIR } });
  expect(code).toBe(1);
  expect(out).toMatch(/^ {2}fault {2}Decks: There is no deck in .*KNOWLEDGE_DIR/m);
});
