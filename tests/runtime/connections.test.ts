import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../src/chat/chat.ts';
import { OutageError, PlatformError } from '../../src/chat/errors.ts';
import type { PlatformName } from '../../src/chat/event.ts';
import { openConnections } from '../../src/runtime/connections.ts';
import { testPlatform } from '../hall/channel.ts';
import { type TestClock, testClock } from '../hall/clock.ts';

const MINUTE = 60_000;
const away = new OutageError('Discord cannot be reached (ECONNREFUSED).');
const refused = new PlatformError('Discord refuses DISCORD_TOKEN.');

/** Connections of platforms whose next starts fail as told. */
function open(...failures: (Error | undefined)[]) {
  const clock = testClock();
  const log: string[] = [];
  const note = (level: string) => (fields: object, sentence: string) =>
    log.push(`${level} ${'platform' in fields ? fields.platform : ''}: ${sentence}`);
  const happened: string[] = [];
  const adapter = (platform: PlatformName): Adapter => ({
    port: testPlatform(clock.now).port,
    async start() {
      happened.push(`${platform} starts`);
      const failure = platform === 'discord' ? failures.shift() : undefined;
      if (failure) throw failure;
      return [];
    },
    async stop() {
      happened.push(`${platform} stops`);
    },
  });
  const connections = openConnections({
    clock,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    say() {},
    join: async () => {},
    joined: async (platform) => void happened.push(`${platform} joins`),
    leave: (platform) => void happened.push(`${platform} leaves`),
    reconnected: (platform) => void happened.push(`${platform} reconnects`),
  });
  const adapters = new Map([
    ['discord', adapter('discord')],
    ['slack', adapter('slack')],
  ] as const);
  const states = () => Object.fromEntries(connections.states());
  const count = (what: string) => happened.filter((one) => one === what).length;
  return { clock, connections, log, happened, adapters, states, count };
}

/** Lets time pass, and what that sets off happen. */
async function pass(clock: TestClock, ms: number) {
  clock.pass(ms);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

describe('a platform that cannot be reached', () => {
  test('is tried again with growing pauses, of 5 seconds up to 5 minutes, and told of once', async () => {
    const { clock, connections, log, adapters, states, count } = open(...Array(20).fill(away));
    await connections.open(adapters);
    expect(states()).toEqual({ discord: 'away', slack: 'connected' });
    const pauses: number[] = [];
    for (let since = 0, tries = 1; pauses.length < 9; since += 1000) {
      await pass(clock, 1000);
      if (count('discord starts') === tries) continue;
      tries = count('discord starts');
      pauses.push((since + 1000) / 1000);
      since = -1000;
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(log).toEqual([`warn discord: ${away.message} It is tried again until it is there.`]);
  });

  test('goes on when it is there, is told of once more, and the pauses begin anew', async () => {
    const { clock, connections, log, happened, adapters, states } = open(away, away, undefined);
    await connections.open(adapters);
    await pass(clock, 5000);
    await pass(clock, 10_000);
    expect(states()).toEqual({ discord: 'connected', slack: 'connected' });
    expect(happened.slice(-2)).toEqual(['discord starts', 'discord joins']);
    expect(log.slice(1)).toEqual(['info discord: It is connected.']);
  });

  test('is left alone once the program stops', async () => {
    const { clock, connections, adapters, count } = open(away);
    await connections.open(adapters);
    await connections.stop();
    await pass(clock, 10 * MINUTE);
    expect([count('discord starts'), count('discord stops')]).toEqual([1, 1]);
  });

  test('is stopped if it is there only when the program has stopped', async () => {
    const { clock, connections, adapters, happened } = open(away);
    await connections.open(adapters);
    clock.pass(5000); // it is about to start
    await connections.stop();
    await pass(clock, 0);
    expect(happened.slice(-2)).toEqual(['discord starts', 'discord stops']);
  });

  test('is tried again after an error that nobody knows, too', async () => {
    const { clock, connections, log, adapters, states } = open(new TypeError('a bug'));
    await connections.open(adapters);
    expect(log).toEqual(['warn discord: It could not be connected. It is tried again until it is there.']);
    await pass(clock, 5000);
    expect(states().discord).toBe('connected');
  });
});

describe('a platform that refuses', () => {
  test('is off and not tried again: one line, and the other goes on', async () => {
    const { clock, connections, log, adapters, states, count } = open(refused);
    await connections.open(adapters);
    await pass(clock, 60 * MINUTE);
    expect(states()).toEqual({ discord: 'off', slack: 'connected' });
    expect(count('discord starts')).toBe(1);
    expect(log).toEqual([`error discord: ${refused.message} This platform is off until the next start.`]);
  });

  test('when it is tried again after an outage, or later on, is off as well', async () => {
    const late = open(away, refused);
    await late.connections.open(late.adapters);
    await pass(late.clock, 5000);
    expect(late.states().discord).toBe('off');

    const running = open();
    await running.connections.open(running.adapters);
    running.connections.lost('discord', refused);
    running.connections.lost('discord', refused);
    running.connections.changed('discord', 'cut');
    await pass(running.clock, MINUTE);
    expect(running.states()).toEqual({ discord: 'off', slack: 'connected' });
    expect(running.log).toEqual([
      `error discord: ${refused.message} This platform is off until the next start.`,
    ]);
    expect(running.happened.slice(-2)).toEqual(['discord leaves', 'discord stops']);
  });
});

test('a platform that is lost while it is still about to be connected is off', async () => {
  const { connections, adapters, states, count } = open();
  const opened = connections.open(adapters);
  connections.lost('discord', refused);
  await opened;
  expect([states().discord, count('discord joins')]).toEqual(['off', 0]);
});

describe('a connection that is cut', () => {
  test('for a moment is nothing to tell of', async () => {
    const { clock, connections, log, adapters, states, count } = open();
    await connections.open(adapters);
    connections.changed('discord', 'cut');
    expect(states().discord).toBe('away');
    await pass(clock, 5000);
    connections.changed('discord', 'back');
    await pass(clock, MINUTE);
    expect([states().discord, count('discord reconnects'), log]).toEqual(['connected', 1, []]);
  });

  test('for half a minute is told of, and that it is back', async () => {
    const { clock, connections, log, adapters, count } = open();
    await connections.open(adapters);
    connections.changed('slack', 'cut');
    await pass(clock, 10 * MINUTE);
    connections.changed('slack', 'back');
    expect(log).toEqual([
      'warn slack: The connection was cut half a minute ago. It is tried again until it is there.',
      'info slack: It is connected.',
    ]);
    expect(count('slack starts')).toBe(1);
  });
});
