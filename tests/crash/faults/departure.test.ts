import { expect, test, vi } from 'vitest';
import { hosted } from '../../adapters/discord/hosting.ts';
import { rightTo } from '../deck.ts';
import { dataFolder } from './data.ts';

const DAY = 24 * 60 * 60_000;
/** How fast time passes for days on end: one in a twelfth of a second. */
const DAY_IN_A_BLINK = 1_000_000;
/** The server of the loopback. */
const server = '200';

const created = (id: string) => ({
  id,
  name: 'Study',
  unavailable: false,
  members: [],
  roles: [],
  channels: [],
});

/** A server in which a round was played. */
async function played() {
  const hall = await dataFolder();
  await hall.start();
  const ana = hall.table.person('Ana');
  await ana.starts(1, 10);
  await ana.clicks(await hall.sees('opening'), 'Start now');
  const question = await hall.sees('question');
  await ana.clicks(question, rightTo(question));
  await hall.sees('end');
  const rows = async (table: string) => (await hall.database.dump())[table] ?? [];
  const pass = async (days: number) => {
    const end = hall.time.now() + days * DAY;
    hall.time.flow(DAY_IN_A_BLINK);
    const isOver = () => expect(hall.time.now()).toBeGreaterThan(end);
    await vi.waitFor(isOver, { interval: 5, timeout: 15_000 });
    hall.time.flow(1);
  };
  return { ...hall, rows, pass };
}

test('a server that removes the bot is forgotten after 30 days, and its members keep their progress', async () => {
  const { discord, rows, pass } = await played();
  discord.gateway.dispatch('GUILD_DELETE', { id: server }, server);
  await pass(3);
  await vi.waitFor(async () =>
    expect(await rows('departed')).toMatchObject([{ server: `discord:${server}` }]),
  );
  await pass(26);
  expect(await rows('rounds')).toHaveLength(1);
  await pass(4);
  await vi.waitFor(async () => expect(await rows('departed')).toEqual([]), 5000);
  for (const table of ['rounds', 'setups', 'participants', 'asked']) expect(await rows(table)).toEqual([]);
  expect(await rows('answers')).toMatchObject([{ server: null, right: 1 }]);
});

test('an outage of the server, and its coming back, change nothing', async () => {
  const { discord, rows, pass } = await played();
  const before = await rows('rounds');
  discord.gateway.dispatch('GUILD_DELETE', { id: server, unavailable: true }, server);
  await pass(40);
  expect(await rows('departed')).toEqual([]);
  discord.gateway.dispatch('GUILD_DELETE', { id: server }, server);
  await pass(10);
  discord.gateway.dispatch('GUILD_CREATE', created(server), server);
  await pass(25);
  await vi.waitFor(async () => expect(await rows('departed')).toEqual([]));
  expect(await rows('rounds')).toEqual(before);
});

test('a server that removed the bot while it was away is not there in the next session', async () => {
  const another = '201';
  const { discord, adapter } = await hosted();
  discord.gateway.dispatch('GUILD_CREATE', created(another), another);
  await vi.waitFor(async () => expect(await adapter.port.isIn(another)).toBe(true));
  discord.gateway.cut(4007);
  await vi.waitFor(async () => expect(await adapter.port.isIn(another)).toBeUndefined());
  await vi.waitFor(async () => expect(await adapter.port.isIn(another)).toBe(false), 10_000);
  expect(await adapter.port.isIn(server)).toBe(true);
});
