import { describe, expect, test } from 'vitest';
import { type Port, SendError, type SendFailure } from '../../../src/chat/port.ts';
import type { LoopbackDiscord } from '../../servers/discord.ts';
import type { Channel } from '../../servers/discord-channels.ts';
import type { Failing } from '../../servers/discord-faults.ts';
import { Refusal } from '../../servers/discord-refusal.ts';
import { host, hosted } from './hosting.ts';
import { closed, question } from './round-commands.ts';
import { say } from './study-commands.ts';

type Does = (port: Port, place: string, id: string) => Promise<unknown>;

const does = {
  post: (port, place) => port.post({ place, message: question, key: 'q2' }),
  reply: (port, place, id) => port.post({ place, message: closed, key: 'r1', replyTo: id }),
  edit: (port, place, id) => port.edit(place, id, closed),
  find: (port, place) => port.find({ place, message: question, key: 'q2' }, Date.now()),
} satisfies Record<string, Does>;

/** What comes of it where a question stands in a thread, and something is arranged after that. */
async function comesOf(
  what: keyof typeof does,
  arrange: (thread: Channel, discord: LoopbackDiscord) => void,
) {
  const all = await hosted();
  const { discord, adapter } = all;
  const thread = discord.newChannel('thread');
  const { id } = await adapter.port.post({ place: thread.id, message: question, key: 'q1' });
  const { length } = discord.requests;
  arrange(thread, discord);
  const act = () => failureOf(does[what](adapter.port, thread.id, id));
  const ana = discord.member('Ana').in(thread);
  return { ...all, ana, act, failure: await act(), requests: () => discord.requests.slice(length) };
}

async function failureOf(doing: Promise<unknown>): Promise<SendFailure> {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SendError)) throw new Error(`No failure, but ${error}.`);
  expect(error.message).toMatch(/^(POST|PATCH|GET) \/\S+: [\w, ]+$/);
  return error.failure;
}

const refused: SendFailure = { kind: 'refused' };
const unknown: SendFailure = { kind: 'unknown' };

describe('what is for good is refused, after one request', () => {
  test.each<[string, keyof typeof does, (thread: Channel) => void]>([
    ['a post where we may not write', 'post', ({ may }) => may.delete('SendMessagesInThreads')],
    ['a post where we see nothing', 'post', ({ may }) => may.delete('ViewChannel')],
    ['a post in a channel that is gone', 'post', (thread) => thread.delete()],
    ['a post in a locked thread', 'post', (thread) => thread.lock()],
    ['a reply where we may not read the history', 'reply', ({ may }) => may.delete('ReadMessageHistory')],
    ['an edit in a channel that is gone', 'edit', (thread) => thread.delete()],
    ['an edit in an archived thread', 'edit', (thread) => thread.archive()],
    ['an edit where we see nothing', 'edit', ({ may }) => may.delete('ViewChannel')],
    ['a look into a channel that is gone', 'find', (thread) => thread.delete()],
  ])('%s', async (_what, act, arrange) => {
    const { failure, requests } = await comesOf(act, arrange);
    expect(failure).toEqual(refused);
    expect(requests()).toHaveLength(1);
  });

  test('an edit of a message that was deleted', async () => {
    const { failure } = await comesOf('edit', (thread, { member }) => {
      for (const { posted } of member('Ana').in(thread).sees()) posted.deleted = true;
    });
    expect(failure).toEqual(refused);
  });
});

describe('what passes is for later', () => {
  const failing = (path: string, how: Failing) => (_: Channel, discord: LoopbackDiscord) =>
    void discord.failing.set(path, how);

  test.each<[string, keyof typeof does, Failing, SendFailure]>([
    [
      'the rate limit of a channel',
      'post',
      { refusal: new Refusal(429, 0, 'You are being rate limited.'), retryAfter: 3 },
      { kind: 'later', after: 3050, everywhere: false },
    ],
    [
      'the rate limit over all',
      'post',
      { refusal: new Refusal(429, 0, 'You are being rate limited.'), retryAfter: 7, global: true },
      { kind: 'later', after: 7050, everywhere: true },
    ],
    [
      'a limit without a time',
      'edit',
      { refusal: new Refusal(429, 0, 'You are being rate limited.') },
      { kind: 'later', after: 5000, everywhere: false },
    ],
    ['slow mode', 'post', { refusal: new Refusal(400, 20016, 'Slowmode') }, { kind: 'later', after: 60_000 }],
    [
      'an answer that is not Discord’s',
      'post',
      { refusal: new Refusal(404, 0, 'No such site') },
      { kind: 'later', after: 60_000, everywhere: true },
    ],
    [
      'a look that fails on the way',
      'find',
      { refusal: new Refusal(502, 0, 'Bad Gateway') },
      { kind: 'later', after: 5000 },
    ],
    ['a look whose connection is cut', 'find', {}, { kind: 'later', after: 5000 }],
  ])('%s', async (_what, act, how, expected) => {
    const { failure, requests } = await comesOf(act, failing('', how));
    expect(failure).toEqual(expected);
    expect(requests()).toHaveLength(1);
  });

  test('an edit of an old message where there were too many', async () => {
    const { failure } = await comesOf('edit', (thread) => {
      thread.editsClosed = true;
    });
    expect(failure).toEqual({ kind: 'later', after: 20_050, everywhere: false });
  });

  test('more than fifty requests in a second: they do not even leave', async () => {
    const { discord, adapter } = await host();
    const places = Array.from({ length: 55 }, () => discord.newChannel().id);
    const posts = await Promise.allSettled(places.map((place) => does.post(adapter.port, place)));
    const failures = posts.flatMap((one) => (one.status === 'rejected' ? [one.reason.failure] : []));
    expect(discord.requests).toHaveLength(50);
    expect(failures).toEqual(Array(5).fill({ kind: 'later', after: expect.any(Number), everywhere: true }));
  });

  test('a token that was reset: nothing is wrong with the place', async () => {
    const { failure, act, requests } = await comesOf('post', (_thread, discord) => discord.resetToken());
    expect([failure, await act()]).toEqual(Array(2).fill({ kind: 'later', after: 60_000, everywhere: true }));
    expect(requests()).toHaveLength(2);
  });

  test('nobody listens', async () => {
    const { adapter, discord } = await host();
    await discord.close();
    expect(await failureOf(does.post(adapter.port, '300'))).toEqual({
      kind: 'later',
      after: 5000,
      everywhere: true,
    });
  });

  test('a conversation that cannot be opened now', async () => {
    const { adapter, discord } = await hosted();
    discord.failing.set('POST /users', { refusal: new Refusal(503, 0, 'Unavailable') });
    const ana = discord.member('Ana');
    expect(await failureOf(adapter.port.direct(ana.id, say('Hello'), 'd1'))).toMatchObject({ kind: 'later' });
    expect(ana.alone.sees()).toEqual([]);
  });
});

describe('what may have been done is unknown, and is there once when it is tried again', () => {
  test.each<[string, Failing]>([
    ['trouble at Discord', { refusal: new Refusal(500, 0, 'Internal Server Error') }],
    ['trouble at Discord after the effect', { refusal: new Refusal(503, 0, 'Unavailable'), effect: true }],
    [
      'a proxy that waited too long for the effect',
      { refusal: new Refusal(408, 0, 'Request Timeout'), effect: true },
    ],
    ['a connection cut', {}],
    ['a connection cut after the effect', { effect: true }],
  ])('%s', async (_what, how) => {
    const { failure, ana, adapter, requests } = await comesOf('post', (_thread, { failing }) => {
      failing.set('POST /channels', { ...how, times: 1 });
    });
    expect(failure).toEqual(unknown);
    expect(requests()).toHaveLength(1);
    await does.post(adapter.port, ana.place.id);
    expect(ana.sees()).toHaveLength(2);
  });

  test('an answer that does not come within ten seconds', async () => {
    const patience = Promise.withResolvers<void>();
    const after = (ms: number) => (ms === 10_000 ? patience.promise : new Promise<never>(() => {}));
    const { discord, adapter } = await hosted({ after });
    discord.failing.set('POST /channels', { silent: true });
    const failure = failureOf(does.post(adapter.port, '300'));
    await discord.until(() => discord.requests.some(({ path }) => path === '/channels/300/messages'));
    patience.resolve();
    expect(await failure).toEqual(unknown);
  });

  test('a long message of which the beginning was posted', async () => {
    const { discord, adapter } = await hosted();
    const message = Array.from({ length: 30 }, () => say('word '.repeat(100))).flat();
    discord.hooks.after = ({ path }) => {
      if (path.endsWith('/messages'))
        discord.failing.set('POST /channels', {
          refusal: new Refusal(429, 0, 'Wait'),
          retryAfter: 1,
          times: 1,
        });
    };
    const posting = { place: '300', message, key: 'q1' };
    expect(await failureOf(adapter.port.post(posting))).toEqual(unknown);
  });
});
