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
  await open();
});

const open = async (scopes?: readonly string[]) => {
  slack = await startSlack({ now: () => clock, ...(scopes && { scopes }) });
  slack.member('Ana');
  const options = {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
  };
  client = new webApi.WebClient(slack.botToken, options);
};
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
  const [first, second] = [slack.world.passes.trigger('U1', false), slack.world.passes.trigger('U1', false)];
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
  const path = slack.world.passes.responseUrl('U1', 'C1');
  const statuses = [];
  for (let times = 0; times < 6; times += 1) statuses.push(await respond(path));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  const late = slack.world.passes.responseUrl('U1', 'C1');
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

test('refuses what Slack refuses in a channel, and forgets what is deleted', async () => {
  await slack.close();
  await open(['chat:write', 'channels:history', 'channels:read']);
  const post = () => client.chat.postMessage({ channel: 'C1', text });
  const { ts = '' } = await post();
  const edit = (at = ts) => code(client.chat.update({ channel: 'C1', ts: at, text: 'Bye' }));
  expect(await edit()).toBe('ok');
  expect(slack.posts('C1')).toMatchObject([{ text: 'Bye', before: [{ text }] }]);
  expect(await edit('1.2')).toMatch(/message_not_found/);
  const member = slack.member('Ben');
  member.says('mine');
  const theirs = slack.posts('C1').at(-1)?.id ?? '';
  expect(await edit(theirs)).toMatch(/cant_update_message/);
  expect(await code(client.chat.delete({ channel: 'C1', ts }))).toBe('ok');
  expect(slack.posts('C1').map(({ id }) => id)).toEqual([theirs]);
  expect(await code(client.users.info({ user: member.id }))).toMatch(/missing_scope/);
  expect(slack.faults).toHaveLength(3);
  slack.world.alter('C1', { archived: true });
  expect(await code(post())).toMatch(/is_archived/);
  expect(slack.faults).toHaveLength(3);
});

test('history is read page by page, metadata when it is asked for', async () => {
  await slack.close();
  await open(['chat:write', 'channels:history']);
  const metadata = { event_type: 'studyhall', event_payload: { row: '7' } };
  await client.chat.postMessage({ channel: 'C1', text, metadata });
  for (const words of ['one', 'two']) slack.member('Ben').says(words);
  const page = (more: object) => client.conversations.history({ channel: 'C1', limit: 2, ...more });
  const newest = await page({});
  expect(newest.messages?.map((one) => one.text)).toEqual(['two', 'one']);
  const cursor = newest.response_metadata?.next_cursor ?? '';
  expect((await page({ cursor })).messages?.[0]).not.toHaveProperty('metadata');
  const oldest = await page({ cursor, include_all_metadata: true });
  expect(oldest.messages).toMatchObject([{ text, bot_id: 'B1', metadata }]);
  expect((await page({ oldest: String(clock / 1000 + 1) })).messages).toEqual([]);
});

test('what goes wrong when it is told to', async () => {
  const post = () => code(client.chat.postMessage({ channel: 'C1', text }));
  slack.breaks('chat.postMessage', { kind: 'limited', seconds: 3 });
  expect(await post()).toMatch(/retry this request in 3 seconds/);
  slack.breaks('chat.postMessage', { kind: 'broken', status: 503 }, 2);
  for (const _ of [1, 2]) expect(await post()).toMatch(/statusCode = 503/);
  slack.breaks('chat.postMessage', { kind: 'cut', moment: 'before' });
  expect(await post()).toMatch(/request error/);
  expect(slack.posts('C1')).toEqual([]);
  const seen: string[] = [];
  slack.meddle(({ method }, moment) => {
    seen.push(`${moment} ${method}`);
    return moment === 'after' ? 'cut' : undefined;
  });
  expect(await post()).toMatch(/request error/);
  expect(slack.posts('C1')).toHaveLength(1);
  expect(seen).toEqual(['before chat.postMessage', 'after chat.postMessage']);
});

test('a payload that no app acknowledges is lost when the connection goes', async () => {
  const socket = new WebSocket(slack.socket.open());
  socket.addEventListener('message', ({ data }) => {
    if (JSON.parse(String(data)).envelope_id) socket.close();
  });
  await expect(slack.socket.deliver('events_api', {})).rejects.toThrow(/went away/);
});
