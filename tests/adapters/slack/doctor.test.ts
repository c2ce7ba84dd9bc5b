import { describe, expect, onTestFinished, test } from 'vitest';
import type { SlackSettings } from '../../../src/adapters/slack/adapter.ts';
import { examine } from '../../../src/adapters/slack/doctor.ts';
import { scopes } from '../../../src/adapters/slack/publish.ts';
import { PlatformError } from '../../../src/chat/errors.ts';
import { patience } from '../../../src/cli/doctor/patience.ts';
import { silence } from '../../servers/silence.ts';
import { type SlackOptions, startSlack } from '../../servers/slack.ts';
import { about, patient } from '../means.ts';
import { testCommands } from './commands.ts';

const usual = scopes.filter(({ history }) => !history).map(({ scope }) => scope);

async function slackWith(options: SlackOptions = {}) {
  const slack = await startSlack(options);
  onTestFinished(() => slack.close());
  const { botToken, appToken, apiUrl } = slack;
  const settings: SlackSettings = { botToken, appToken, apiUrl };
  const examined = (change: Partial<{ botToken: string; appToken: string; apiUrl: string }> = {}) =>
    examine({ ...settings, ...change }, testCommands, patient);
  return { slack, settings, examined };
}

test('where all is well everything is fine, no socket is opened and nothing written', async () => {
  const { slack, examined } = await slackWith();
  const { findings } = await examined();
  expect(findings.map(({ state, about }) => `${state} ${about}`)).toEqual([
    'fine Bot token',
    'fine Scopes',
    'fine App token',
    'note Commands',
  ]);
  expect(about(findings, 'Commands')[0]).toContain('/look, /quiz, /round');
  expect(slack.calls.map(({ method }) => method).sort()).toEqual(['apps.connections.open', 'auth.test']);
  expect(slack.faults).toEqual([]);
});

test('tells the time by Slack', async () => {
  const { examined } = await slackWith({ now: () => Date.UTC(2026, 10, 2, 12) });
  expect((await examined()).reading).toMatchObject({ from: Date.UTC(2026, 10, 2, 12) });
});

describe('a fault is said with what to do', () => {
  test.each(usual)('without the scope %s, with what does not work', async (scope) => {
    const { examined } = await slackWith({ scopes: usual.filter((one) => one !== scope) });
    const { findings } = await examined();
    const { without } = scopes.find((one) => one.scope === scope) ?? {};
    expect(about(findings, 'Scopes')).toEqual([
      expect.stringMatching(/^fault: the app lacks some\. To mend it, paste the manifest .*install it again/),
    ]);
    expect(about(findings, 'Scopes')[0]).toContain(`\n${scope}: without it, ${without}.`);
  });

  test('tokens that are revoked, wrong or of another kind', async () => {
    const { slack, examined } = await slackWith();
    const wrong = await examined({ appToken: 'xapp-wrong' });
    expect(about(wrong.findings, 'App token')).toEqual([
      expect.stringMatching(/^fault: .*SLACK_APP_TOKEN: copy/),
    ]);
    const kind = await examined({ botToken: 'xapp-1-test' });
    expect(about(kind.findings, 'Bot token')).toEqual([expect.stringMatching(/^fault: .*begins with xoxb-/)]);
    expect(kind.places).toBeUndefined();
    slack.refuse('token_revoked', 'auth.test');
    const revoked = await examined();
    expect(about(revoked.findings, 'Bot token')).toEqual([
      expect.stringMatching(/^fault: The token in SLACK_BOT_TOKEN no longer works: install/),
    ]);
  });

  test('an app-level token that may open no socket', async () => {
    const { slack, examined } = await slackWith();
    slack.refuse('missing_scope', 'apps.connections.open');
    expect(about((await examined()).findings, 'App token')).toEqual([
      expect.stringMatching(/^fault: The token in SLACK_APP_TOKEN lacks the scope/),
    ]);
  });

  test('a signing secret of the wrong form; the right one cannot be tried', async () => {
    const { slack } = await slackWith();
    const { botToken, apiUrl } = slack;
    const over = async (signingSecret: string) =>
      about((await examine({ botToken, apiUrl, signingSecret }, [], patient)).findings, 'Signing secret');
    expect(await over('xoxb-no')).toEqual([expect.stringMatching(/^fault: .*32 digits.*Copy it/)]);
    expect(await over(slack.signingSecret)).toEqual([expect.stringMatching(/^note: .*cannot be asked/)]);
  });

  test('a Slack that cannot be reached, and one that says nothing', async () => {
    const { settings, examined } = await slackWith();
    const away = await examined({ apiUrl: 'http://127.0.0.1:9/api/' });
    expect(about(away.findings, 'Bot token')).toEqual([expect.stringMatching(/^fault: .*SLACK_API_URL/)]);
    const silent = { ...settings, apiUrl: `http://${await silence()}/api/` };
    const { findings } = await examine(silent, [], { now: Date.now, inTime: patience(300, 5000) });
    expect(about(findings, 'Bot token')).toEqual([
      expect.stringMatching(/^fault: Slack does not answer\. Check/),
    ]);
  });
});

test('scopes that are not needed are noted', async () => {
  const { examined } = await slackWith({ scopes: [...usual, 'chat:write.public', 'channels:history'] });
  const { findings } = await examined();
  expect(about(findings, 'Scopes')).toEqual([
    'fine: the app has all that it needs.',
    expect.stringMatching(/^note: the app was granted chat:write\.public, which it does not use/),
  ]);
});

describe('places', () => {
  async function looking(options: SlackOptions = {}) {
    const { slack, examined } = await slackWith(options);
    slack.member('Ana');
    const { places } = await examined();
    const look = (place: string) => {
      if (!places) throw new Error('Slack did not let us in.');
      return places.look({ place, server: 'T1', posts: [{ kind: 'tip' }] });
    };
    return { slack, look };
  }

  test('that we are in are open, and so are direct conversations', async () => {
    const { look } = await looking();
    expect(await look('C1')).toEqual({ name: '#c1', state: 'open' });
    expect(await look('D105')).toMatchObject({ state: 'open' });
  });

  test.each([
    ['that we are not in', { botIsIn: false }, '/invite @studyhall there'],
    ['that are private and not ours', { isPrivate: true, botIsIn: false }, '/invite @studyhall in it'],
    ['that are archived', { archived: true }, 'unarchive it'],
    ['where only some may write', { readOnly: true }, 'let an admin'],
    ['that take replies alone', { threadsOnly: true }, '`/tips on` in another'],
  ])('%s are closed', async (_, change, mend) => {
    const { slack, look } = await looking();
    slack.world.alter('C1', change);
    expect(await look('C1')).toMatchObject({ state: 'closed', why: expect.stringContaining(mend) });
  });

  test('cannot be known without the scope, and an invitation mends them', async () => {
    const { look } = await looking({ scopes: usual.filter((one) => one !== 'channels:read') });
    expect(await look('C1')).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/scope channels:read.*\/invite @studyhall mends it/),
    });
  });

  test('where Slack asks to wait there is no use in asking on', async () => {
    const { slack, look } = await looking();
    slack.breaks('conversations.info', { kind: 'limited', seconds: 30 });
    await expect(look('C1')).rejects.toThrow(PlatformError);
  });
});
