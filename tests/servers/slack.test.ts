import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeSlack, startSlack } from './slack.ts';

const text = 'Hello';
const block = (more: object) => [{ type: 'header', text: { type: 'plain_text', text }, ...more }];

let slack: FakeSlack;
let client: webApi.WebClient;
let clock: number;

beforeEach(async () => {
  clock = 1_700_000_000_000;
  slack = await startSlack({ now: () => clock });
  slack.member('Ana');
  const options = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logLevel: webApi.LogLevel.ERROR };
  client = new webApi.WebClient(slack.botToken, options);
});
afterEach(async () => {
  await slack.close();
});

const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'ok',
    (error: Error) => error.message,
  );

test('refuses what Slack refuses in a message', async () => {
  const post = (blocks: object[], channel = 'C1', said = text) =>
    code(client.apiCall('chat.postMessage', { channel, text: said, blocks }));
  expect(await post(block({}))).toBe('ok');
  expect(await post(block({}), 'C9')).toMatch(/channel_not_found/);
  expect(await post([], 'C1', '')).toMatch(/no_text/);
  expect(await post([], 'C1', '<!channel>')).toMatch(/it_pings/);
  expect(await post(block({ text: { type: 'plain_text', text: 'x'.repeat(151) } }))).toMatch(
    /invalid_blocks/,
  );
  expect(await post(Array.from({ length: 51 }, () => block({})).flat())).toMatch(/invalid_blocks/);
  expect(await post(['a', 'a'].flatMap((block_id) => block({ block_id })))).toMatch(/invalid_blocks/);
  slack.world.channels.set('C2', { id: 'C2', botIsIn: false, members: new Set() });
  expect(await post(block({}), 'C2')).toMatch(/not_in_channel/);
});

test('a trigger opens one window, within 3 seconds', async () => {
  const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text }, blocks: block({}) };
  const open = (trigger_id: string) => code(client.views.open({ trigger_id, view }));
  const [first, second] = [slack.world.trigger('U1', false), slack.world.trigger('U1', false)];
  expect(await open(first)).toBe('ok');
  expect(await open(first)).toMatch(/exchanged_trigger_id/);
  clock += 3001;
  expect(await open(second)).toMatch(/expired_trigger_id/);
});

test('a response URL works five times, for half an hour', async () => {
  const respond = async (path: string) =>
    (
      await fetch(new URL(path, slack.apiUrl), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      })
    ).status;
  const path = slack.world.responseUrl('U1', 'C1');
  const statuses = [];
  for (let times = 0; times < 6; times += 1) statuses.push(await respond(path));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  const late = slack.world.responseUrl('U1', 'C1');
  clock += 30 * 60_000 + 1;
  expect(await respond(late)).toBe(404);
});

test('an envelope is acknowledged once, within 3 seconds', async () => {
  const url = slack.socket.open();
  const socket = new WebSocket(url);
  const envelopes: { envelope_id: string }[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data));
    if (message.envelope_id) envelopes.push(message);
  });
  const delivered = slack.socket.deliver('events_api', {});
  await expect.poll(() => envelopes.length).toBe(1);
  const [envelope] = envelopes;
  clock += 3001;
  socket.send(JSON.stringify({ envelope_id: envelope?.envelope_id, payload: {} }));
  await delivered;
  socket.send(JSON.stringify({ envelope_id: envelope?.envelope_id, payload: {} }));
  await expect
    .poll(() => slack.faults)
    .toEqual([expect.stringContaining('after 3 seconds'), expect.stringContaining('waits for none')]);
  socket.close();
});

test('each token is for its own methods', async () => {
  const app = new webApi.WebClient(slack.appToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
  });
  expect(await code(app.auth.test())).toMatch(/not_allowed_token_type/);
  expect(await code(client.apps.connections.open({}))).toMatch(/not_allowed_token_type/);
});
