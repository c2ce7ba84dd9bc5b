import { describe, expect, test } from 'vitest';
import { later, office, post, refused, tip, unknown } from './office.ts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const discord = { burst: 50, steady: 50 };

const tips = (count: number, at: number) =>
  Array.from({ length: count }, (_, index) => tip(`t${index}`, `tip ${index}`, at));

describe('many tips at once', () => {
  test('leave at the pace of the platform, evenly', async () => {
    const { put, until, platform, clock, outbox } = await office({ pace: discord });
    const began = clock.now();
    await put(...tips(200, began));
    await until(() => platform.messages.length === 200, 60_000, 10);
    const times = platform.messages.map(({ at }) => at - began);
    for (const from of times) {
      const within = (span: number) => times.filter((at) => at >= from && at < from + span).length;
      expect(within(SECOND)).toBeLessThanOrEqual(49);
      expect(within(100)).toBeLessThanOrEqual(15);
    }
    expect(times.at(-1)).toBeLessThan((200 / 48) * SECOND + 100);
    await outbox.stop();
  });

  test('do not keep a round’s messages waiting', async () => {
    const { put, until, platform, clock, outbox } = await office({ pace: discord });
    await put(...tips(150, clock.now()));
    await until(() => platform.messages.length >= 70, 60_000, 10);
    const asked = clock.now();
    await put(post('a', 'close', asked), post('b', 'close', asked), post('a', 'reveal', asked));
    const reveal = () => platform.messages.find(({ text }) => text === 'reveal');
    await until(() => reveal() !== undefined, 60_000, 10);
    expect((reveal()?.at ?? 0) - asked).toBeLessThanOrEqual(100);
    expect(platform.messages.length).toBeLessThan(150);
    await until(() => platform.messages.length === 153, 60_000, 10);
    await outbox.stop();
  });

  test('that a slow platform does not answer leave room for a round’s messages', async () => {
    const { put, until, platform, ports, clock, outbox } = await office();
    const held: (() => void)[] = [];
    const slow: typeof platform.port.post = async (posting) => {
      if (posting.place.startsWith('t')) await new Promise<void>((resolve) => held.push(resolve));
      return platform.port.post(posting);
    };
    ports.set('discord', { ...platform.port, post: slow });
    await put(...tips(60, clock.now()));
    await until(() => held.length === 40);
    await put(post('a', 'reveal', clock.now()));
    await until(() => platform.messages.length === 1, 0);
    expect(platform.messages[0]?.text).toBe('reveal');
    await until(() => {
      for (const resolve of held.splice(0)) resolve();
      return platform.messages.length === 61;
    });
    await outbox.stop();
  });
});

test('a tip that waits holds back the tips after it, and no round', async () => {
  const { put, until, platform, clock, outbox } = await office();
  platform.fails(() => ({ failure: later, done: false }));
  const at = clock.now();
  await put(tip('a', 'tip 1', at), tip('a', 'tip 2', at));
  await until(() => platform.calls.length === 1);
  await put(post('a', 'question', at));
  await until(() => platform.messages.length === 3);
  expect(platform.messages.map(({ text }) => text)).toEqual(['question', 'tip 1', 'tip 2']);
  await outbox.stop();
});

test('a tip is sent when it may be, and not before', async () => {
  const { put, until, platform, clock, outbox } = await office();
  const began = clock.now();
  await put({ ...tip('a', 'later', began), notBefore: began + 30_500 });
  await until(() => platform.messages.length === 1, 60_000, 50);
  expect((platform.messages[0]?.at ?? 0) - began).toBeGreaterThanOrEqual(30_500);
  expect((platform.messages[0]?.at ?? 0) - began).toBeLessThanOrEqual(30_600);
  await outbox.stop();
});

test('a tip tells of the very moments that it was written with', async () => {
  const { put, until, platform, clock, outbox } = await office();
  const closes = { kind: 'text' as const, text: [{ kind: 'time' as const, at: clock.now() + DAY }] };
  const row = tip('a', '', clock.now());
  platform.fails(() => ({ failure: later, done: false }));
  await put({ ...row, dispatch: { ...row.dispatch, message: [closes] } });
  await until(() => platform.messages.length === 1);
  expect(platform.messages[0]?.message).toEqual([closes]);
  await outbox.stop();
});

describe('a tip of which nobody knows whether it was taken', () => {
  test.each([true, false])('is looked for (it was taken: %s)', async (done) => {
    const { put, until, platform, clock, outbox, outcomes } = await office();
    platform.fails(() => ({ failure: unknown, done }));
    await put(tip('a', 'once', clock.now()));
    await until(() => outcomes.length === 1);
    expect(platform.messages.map(({ text }) => text)).toEqual(['once']);
    expect(outcomes[0]?.outcome).toMatchObject({ kind: 'posted', posted: { id: 'm1' } });
    await outbox.stop();
  });

  test('counts as posted where nobody can look', async () => {
    const { put, until, platform, clock, outbox, outcomes } = await office();
    platform.hideHistory();
    platform.fails(() => ({ failure: unknown, done: true }));
    await put(tip('a', 'once', clock.now()));
    await until(() => outcomes.length === 1);
    expect(platform.messages.map(({ text }) => text)).toEqual(['once']);
    expect(outcomes).toMatchObject([{ row: { subscription: 'of a' }, outcome: { kind: 'assumed' } }]);
    await outbox.stop();
  });

  test('counts as posted when it cannot be looked for within six hours', async () => {
    const { put, until, platform, clock, outbox, outcomes } = await office();
    const aDay = { kind: 'later', after: DAY } as const;
    platform.fails(() => ({ failure: unknown, done: true }));
    platform.fails((what) => (what === 'find' ? { failure: aDay, done: false } : undefined));
    await put(tip('a', 'once', clock.now()));
    await until(() => outcomes.length === 1, 2 * DAY, 60_000);
    expect(platform.messages).toHaveLength(1);
    expect(outcomes[0]?.outcome).toEqual({ kind: 'assumed' });
    await outbox.stop();
  });
});

test('a tip that is refused is told to whom it concerns', async () => {
  const { put, until, platform, clock, outbox, outcomes } = await office();
  platform.fails(() => ({ failure: refused, done: false }));
  await put(tip('a', 'no', clock.now()));
  await until(() => outcomes.length === 1);
  expect(outcomes).toMatchObject([
    { row: { lane: 'tip', subscription: 'of a' }, outcome: { kind: 'refused' } },
  ]);
  await outbox.stop();
});

test('a tip may wait for hours, and is let go after six', async () => {
  const { put, until, platform, clock, outbox, outcomes } = await office();
  const hours = (count: number) => ({ kind: 'later', after: count * 60 * 60 * SECOND }) as const;
  platform.fails((what) => (what === 'post a' ? { failure: hours(5), done: false } : undefined));
  platform.fails((what) => (what === 'post b' ? { failure: hours(7), done: false } : undefined));
  await put(tip('a', 'late', clock.now()), tip('b', 'too late', clock.now()));
  await until(() => outcomes.length === 2, 2 * DAY, 60_000);
  expect(outcomes.map(({ row, outcome }) => [row.subscription, outcome.kind])).toEqual([
    ['of a', 'posted'],
    ['of b', 'expired'],
  ]);
  await outbox.stop();
});

test('what was taken for a platform that is gone by then was never tried', async () => {
  const { put, until, platform, ports, clock, outbox, outcomes } = await office();
  platform.hideHistory();
  const row = put(tip('a', 'once', clock.now()));
  const { port } = platform;
  await row;
  ports.delete('discord');
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
  clock.pass(10_000);
  expect(platform.calls).toEqual([]);
  ports.set('discord', port);
  outbox.wake();
  await until(() => outcomes.length === 1);
  expect(outcomes[0]?.outcome.kind).toBe('posted');
  expect(platform.messages).toHaveLength(1);
  await outbox.stop();
});
