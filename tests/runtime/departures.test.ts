import { describe, expect, test } from 'vitest';
import { StoreError } from '../../src/chat/errors.ts';
import { SendError } from '../../src/chat/port.ts';
import { caring, DAY, HOUR, hold, looked, START } from './caring.ts';

test('a server that has removed the bot is forgotten after 30 days', async () => {
  const { store, here, pass, forgotten, said } = await caring();
  await hold(store, 'r', START, 'discord:1');
  await hold(store, 'other', START, 'discord:2');
  here.set('1', false).set('2', true);
  await pass(29 * DAY);
  expect((await store.departures.servers('', 10))[0]).toMatchObject({ server: 'discord:1' });
  expect(await store.rounds.get('r')).toBeDefined();
  expect(forgotten).toEqual([]);
  await pass(3 * DAY);
  expect(forgotten).toEqual(['discord:1']);
  expect(await store.rounds.get('r')).toBeUndefined();
  expect(await store.departures.servers('', 10)).toEqual([{ server: 'discord:2' }]);
  expect(said.filter((line) => line.includes('removed the bot'))).toHaveLength(1);
  expect(said.join()).not.toContain('discord:');
});

test('a server that is back finds all as it was, and begins anew when it goes again', async () => {
  const { store, here, pass, forgotten } = await caring();
  const noted = async () => (await store.departures.servers('', 10))[0]?.gone;
  await hold(store, 'r', START, 'discord:1');
  here.set('1', false);
  await pass(20 * DAY);
  here.set('1', true);
  await pass(2 * DAY);
  expect(await noted()).toBeUndefined();
  here.set('1', false);
  await pass(20 * DAY);
  expect(await store.rounds.get('r')).toBeDefined();
  expect(forgotten).toEqual([]);
  await pass(12 * DAY);
  expect(forgotten).toEqual(['discord:1']);
});

test('while nobody can tell whether the bot is in a server, all stays as it is', async () => {
  const { store, here, ports, pass } = await caring();
  await hold(store, 'r', START, 'discord:1');
  await hold(store, 's', START, 'slack:T1');
  here.set('1', false);
  await pass(2 * DAY);
  here.delete('1');
  await pass(40 * DAY);
  ports.clear();
  await pass(5 * DAY);
  expect(await store.rounds.get('r')).toBeDefined();
  expect(await store.departures.servers('', 10)).toEqual([
    { server: 'discord:1', gone: expect.objectContaining({ told: false }) },
    { server: 'slack:T1' },
  ]);
});

test('a platform that does not answer is asked again in an hour', async () => {
  const { store, here, pass, said } = await caring();
  await hold(store, 'r', START, 'discord:1');
  here.set('1', new SendError({ kind: 'unknown' }, 'Discord: http_500'));
  await pass(2 * HOUR);
  expect(said.filter((line) => !line.includes('was copied'))).toEqual([
    'warn: Servers that left were not looked for, and is tried again in an hour: Discord: http_500',
  ]);
  here.set('1', false);
  await pass(3 * HOUR);
  expect((await store.departures.servers('', 1))[0]?.gone).toBeDefined();
});

describe('a server of which the platform itself has told that it removed the bot', () => {
  /** One that nobody is asked about any more. */
  const told = async () => {
    const all = await caring();
    await hold(all.store, 'r', START, 'slack:T1');
    all.departing.note('slack:T1');
    await looked();
    const noted = async () => (await all.store.departures.servers('', 1))[0]?.gone;
    return { ...all, noted };
  };

  test('is noted at once', async () => {
    const { noted } = await told();
    expect(await noted()).toEqual({ at: START, told: true });
  });

  test.each(['off', 'connected', 'not configured'] as const)(
    'is forgotten after 30 days, also where the platform is %s',
    async (state) => {
      const { store, states, pass, forgotten } = await told();
      if (state !== 'not configured') states.set('slack', state);
      await pass(29 * DAY);
      expect(await store.rounds.get('r')).toBeDefined();
      await pass(3 * DAY);
      expect(forgotten).toEqual(['slack:T1']);
      expect(await store.departures.servers('', 1)).toEqual([]);
    },
  );

  test.each(['connecting', 'away'] as const)('is kept as long as its platform is %s', async (state) => {
    const { states, pass, noted, forgotten } = await told();
    states.set('slack', state);
    await pass(40 * DAY);
    expect(await noted()).toEqual({ at: START, told: true });
    states.set('slack', 'off');
    await pass(2 * DAY);
    expect(forgotten).toEqual(['slack:T1']);
  });

  test('finds all as it was when it is back', async () => {
    const { store, ports, here, pass, noted } = await told();
    await pass(29 * DAY);
    here.set('T1', true);
    const [[, port] = []] = [...ports];
    if (port) ports.set('slack', port);
    await pass(DAY);
    expect(await noted()).toBeUndefined();
    await pass(40 * DAY);
    expect(await store.rounds.get('r')).toBeDefined();
  });

  test('is noted as soon as the store answers', async () => {
    const { store, departing, clock, said } = await caring();
    const answering = store.departures.note;
    store.departures.note = () => Promise.reject(new StoreError('The database does not answer.'));
    departing.note('slack:T1');
    clock.pass(3000);
    await looked();
    expect(said).toEqual(['warn: That a server removed the bot could not be noted yet.']);
    store.departures.note = answering;
    clock.pass(1000);
    await looked();
    expect(await store.departures.servers('', 1)).toEqual([
      { server: 'slack:T1', gone: { at: START, told: true } },
    ]);
  });
});
