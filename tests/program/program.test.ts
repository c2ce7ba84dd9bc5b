import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../servers/free-port.ts';
import { discordHere, slackHere } from '../servers/here.ts';
import { startSlack } from '../servers/slack.ts';
import { scrape } from './exposition.ts';
import { start, startSmall } from './start.ts';

describe('npm start', () => {
  test('without any token opens the playground and says where', async () => {
    const program = start({});
    const [, address = ''] = await program.prints(/Playground: (\S+)/);
    expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok');
    expect(await (await fetch(address)).text()).toContain('<title>Studyhall');
  });

  test('with tokens prints the invite and answers on Discord and on Slack at once, from one core', async () => {
    const { discord, env } = await discordHere();
    const { slack, env: slackEnv } = await slackHere();
    const program = start({ ...env, ...slackEnv });
    await program.prints(/Slack: connected as/);
    const [, invite = ''] = await program.prints(/Discord: connected as Studyhall\. Invite it: (\S+)/);
    const query = new URL(invite).searchParams;
    expect([query.get('scope'), query.get('permissions')]).toEqual([
      'bot applications.commands',
      '274877975552', // View Channel, Send Messages, Read Message History, Send Messages in Threads
    ]);
    await program.prints(/https:\/\/api\.slack\.com\/apps\?new_app=1&manifest_json=/);

    const onDiscord = await discord.member('Ana').types('aws', { question: 'sheild' });
    expect(onDiscord.text).toMatch(/^## AWS Shield\n/);
    expect(onDiscord.private).toBe(false);
    const onSlack = await slack.member('Ben').types('/aws sheild');
    expect(onSlack.text).toContain('AWS Shield is managed protection');
    expect(slack.faults).toEqual([]);
  });

  test('takes Slack’s requests over HTTP, and none that is not signed by Slack', async () => {
    let address = '';
    const slack = await startSlack({ requestUrl: () => `${address}/slack/events` });
    onTestFinished(slack.close);
    const metricsPort = await freePort();
    const program = startSmall({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      METRICS_PORT: String(metricsPort),
    });
    await program.prints(/Slack: connected as/);
    address = (await program.prints(/"address":"(\S+?)"/))[1] ?? '';
    expect((await slack.member('Ben').types('/sums adition')).text).toContain('Adding up.');
    const forged = await fetch(`${address}/slack/events`, {
      method: 'POST',
      headers: {
        'X-Slack-Signature': 'v0=00',
        'X-Slack-Request-Timestamp': String(Math.trunc(Date.now() / 1000)),
      },
      body: 'command=/sums&text=addition',
    });
    expect(forged.status).toBe(401);
    expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok');
    expect((await fetch(address)).status).toBe(404);
    const shown = await scrape(metricsPort);
    expect(shown.get('studyhall_http_refusals_total{status="401"}')).toBe(1);
    expect(shown.get('studyhall_http_refusals_total{status="404"}')).toBe(1);
  });

  test('logs one line an event, and neither what was said nor a secret', async () => {
    const { discord, env } = await discordHere();
    const program = startSmall({ ...env, LOG_LEVEL: 'trace' });
    await program.prints(/Invite it/);
    await discord.member('Ana').types('sums', { question: 'zebra wish' });
    await program.prints(/"verdict"/);
    const line =
      program
        .printed()
        .split('\n')
        .find((one) => one.includes('"verdict"')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      platform: 'discord',
      command: 'sums',
      verdict: 'none',
      ms: expect.any(Number),
    });
    expect(program.printed()).not.toContain('zebra wish');
    expect(program.printed()).not.toContain(discord.settings.token);
    expect(program.printed()).not.toContain('Ana');
  });

  test('serves Prometheus metrics on a port of their own', async () => {
    const { discord, env } = await discordHere();
    const metricsPort = await freePort();
    const program = startSmall({ ...env, METRICS_PORT: String(metricsPort) });
    await program.prints(/Invite it/);
    await discord.member('Ana').types('sums', { question: 'addition' });
    const shown = await scrape(metricsPort);
    expect(shown.get('studyhall_events_total{platform="discord",command="sums",verdict="exact"}')).toBe(1);
    expect(shown.get('studyhall_acknowledgement_seconds_count{platform="discord",command="sums"}')).toBe(1);
    expect(shown.get('studyhall_search_seconds_count{verdict="exact"}')).toBe(1);
  });
});

describe('signals', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s stops it gracefully within five seconds', async (signal) => {
    const { env } = await discordHere();
    const { env: slackEnv } = await slackHere();
    const program = startSmall({ ...env, ...slackEnv });
    await Promise.all([program.prints(/Invite it/), program.prints(/Slack: connected/)]);
    const began = performance.now();
    program.child.kill(signal);
    expect(await program.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('SIGHUP reads the decks again, and Discord’s commands follow', async () => {
    const { discord, env } = await discordHere();
    const folder = await mkdtemp(join(tmpdir(), 'decks-'));
    await mkdir(join(folder, 'one'));
    await writeFile(
      join(folder, 'one/rome.md'),
      '## Caesar\n- crossed the Rubicon\n\n## Augustus\n- was emperor\n',
    );
    const program = start({ ...env, KNOWLEDGE_DIR: folder });
    await program.prints(/Invite it/);
    const names = () => discord.registered().map(({ name }) => name);
    expect(names()).toContain('one');
    await writeFile(
      join(folder, 'cells.md'),
      '## Nucleus\n- keeps the DNA\n\n## Ribosome\n- makes proteins\n',
    );
    program.child.kill('SIGHUP');
    await discord.until(() => names().includes('cells'));
    expect((await discord.member('Ana').types('cells', { question: 'ribosom' })).text).toMatch(
      /^## Ribosome/,
    );
  });

  test('a request that never ends holds a stop up, until a second signal stops it at once', async () => {
    const program = startSmall({});
    const [, port = ''] = await program.prints(/Playground: http:\/\/\S+:(\d+)/);
    const guest = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void guest.destroy());
    guest.write(
      'POST /playground/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await fetch(`http://127.0.0.1:${port}/healthz`); // the guest's request has arrived before this one
    const began = performance.now();
    program.child.kill('SIGTERM');
    const door = () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => 'open',
        () => 'closed',
      );
    await expect.poll(door, { timeout: 3500 }).toBe('closed');
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(1);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
