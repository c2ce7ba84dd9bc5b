import { expect, test } from 'vitest';
import { later, office, post, refused, unknown } from './office.ts';

test('messages leave in order in each place, and places do not wait for each other', async () => {
  const { put, until, platform, clock, outbox, store } = await office();
  platform.fails((what) => (what === 'post a' ? { failure: later, done: false } : undefined));
  const at = clock.now();
  await put(post('a', 'a1', at), post('b', 'b1', at), post('a', 'a2', at), post('b', 'b2', at));
  await until(() => platform.messages.length === 4);
  expect(platform.messages.map(({ text: said }) => said)).toEqual(['b1', 'b2', 'a1', 'a2']);
  await outbox.stop();
  await store.close();
});

test('what a platform asks to be sent later is sent then, and not before', async () => {
  const { put, until, platform, clock, outbox } = await office();
  platform.fails(() => ({ failure: later, done: false }));
  const began = clock.now();
  await put(post('a', 'once', began));
  await until(() => platform.messages.length === 1);
  expect(platform.messages[0]?.at).toBeGreaterThanOrEqual(began + 5000);
  expect(platform.calls.filter((call) => call === 'post a')).toHaveLength(2);
  await outbox.stop();
});

test('when the whole platform asks for silence, no place is served until then', async () => {
  const { put, until, platform, clock, outbox } = await office();
  platform.fails(() => ({ failure: { kind: 'later', after: 8000, everywhere: true }, done: false }));
  const began = clock.now();
  await put(post('a', 'first', began));
  await until(() => platform.calls.length === 1);
  await put(post('b', 'second', began));
  await until(() => platform.messages.length === 2);
  expect(Math.min(...platform.messages.map(({ at }) => at))).toBeGreaterThanOrEqual(began + 8000);
  await outbox.stop();
});

test.each([true, false])(
  'a post of which nobody knows (it was taken: %s) is there once, by its key',
  async (done) => {
    const { put, until, platform, clock, outbox, outcomes } = await office({ idempotentFor: 120_000 });
    platform.fails(() => ({ failure: unknown, done }));
    await put(post('a', 'once', clock.now()));
    await until(() => outcomes.length === 1);
    expect(platform.messages.map(({ text: said }) => said)).toEqual(['once']);
    expect(outcomes[0]?.outcome).toEqual({
      kind: 'posted',
      posted: { id: 'm1', at: platform.messages[0]?.at },
    });
    await outbox.stop();
  },
);

test.each([true, false])('without a key it is looked for (it was taken: %s)', async (done) => {
  const { put, until, platform, clock, outbox, outcomes } = await office();
  platform.fails(() => ({ failure: unknown, done }));
  await put(post('a', 'once', clock.now()));
  await until(() => outcomes.length === 1);
  expect(platform.calls).toContain('find');
  expect(platform.messages.map(({ text: said }) => said)).toEqual(['once']);
  await outbox.stop();
});

test('where nobody can look, a round’s message is posted again', async () => {
  const { put, until, platform, clock, outbox, outcomes } = await office();
  platform.hideHistory();
  platform.fails(() => ({ failure: unknown, done: true }));
  await put(post('a', 'twice', clock.now()));
  await until(() => outcomes.length === 1);
  expect(platform.messages.map(({ text: said }) => said)).toEqual(['twice', 'twice']);
  await outbox.stop();
});

test('a refusal is told to whom it concerns, and what comes after it is sent', async () => {
  const { put, until, platform, clock, outbox, outcomes } = await office();
  platform.fails(() => ({ failure: refused, done: false }));
  await put(post('a', 'no', clock.now()), post('a', 'yes', clock.now()));
  await until(() => outcomes.length === 2);
  expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['refused', 'posted']);
  await outbox.stop();
});

test('what could not be sent for a quarter of an hour counts as refused', async () => {
  const { put, until, platform, clock, outbox, outcomes } = await office();
  for (let call = 0; call < 200; call += 1)
    platform.fails((what) => (what === 'post a' ? { failure: later, done: false } : undefined));
  await put(post('a', 'never', clock.now()));
  await until(() => outcomes.length === 1, 20 * 60_000);
  expect(outcomes[0]?.outcome.kind).toBe('refused');
  await outbox.stop();
});

test('rows that a process has left behind are taken over within five seconds', async () => {
  const { store, clock, platform, open, until, outcomes } = await office({ idempotentFor: 120_000 });
  await store.outbox.put([post('a', 'left behind', clock.now())]);
  const [row] = await store.outbox.take(
    'dead',
    [{ platform: 'discord', rows: 1, tips: 0 }],
    clock.now(),
    clock.now() + 4000,
  );
  expect(row).toBeDefined();
  const began = clock.now();
  const other = open('other');
  other.wake();
  await until(() => outcomes.length === 1);
  expect(clock.now() - began).toBeLessThanOrEqual(5000);
  expect(platform.messages.map(({ text: said }) => said)).toEqual(['left behind']);
  expect(await store.outbox.done(row?.id ?? '', 'dead')).toBe(false);
  await other.stop();
});

test('moments are meant from when the message is sent, not from when it was written', async () => {
  const { put, until, platform, clock, outbox } = await office();
  platform.fails(() => ({ failure: later, done: false }));
  const at = clock.now();
  const closes = { kind: 'text' as const, text: [{ kind: 'time' as const, at: at + 60_000 }] };
  await put({ platform: 'discord', dispatch: { kind: 'post', place: 'a', message: [closes] }, at });
  await until(() => platform.messages.length === 1);
  const [sent] = platform.messages;
  expect(sent?.message).toEqual([{ kind: 'text', text: [{ kind: 'time', at: (sent?.at ?? 0) + 60_000 }] }]);
  await outbox.stop();
});

test('a doubt outlasts a try that is put off', async () => {
  const { put, until, platform, clock, outbox, outcomes } = await office();
  platform.fails(() => ({ failure: unknown, done: true }));
  platform.fails((what) => (what === 'find' ? { failure: later, done: false } : undefined));
  await put(post('a', 'once', clock.now()));
  await until(() => outcomes.length === 1);
  expect(platform.calls).toEqual(['post a', 'find', 'find']);
  expect(platform.messages.map(({ text: said }) => said)).toEqual(['once']);
  await outbox.stop();
});
