import { expect, test, vi } from 'vitest';
import { hosted } from './hosting.ts';

const server = '200';
const another = '201';

/** A server that adds the bot, or is back. */
const created = (id: string) => ({
  id,
  name: 'Study',
  unavailable: false,
  ...Object.fromEntries(
    ['channels', 'threads', 'members', 'roles', 'emojis', 'stickers', 'presences', 'features'].map((name) => [
      name,
      [],
    ]),
  ),
});

test('a server that removes the bot is one that it is not in, until it adds it again', async () => {
  const { discord, adapter } = await hosted();
  const isIn = (is: boolean | undefined) =>
    vi.waitFor(async () => expect(await adapter.port.isIn(server)).toBe(is));
  await isIn(true);
  expect(await adapter.port.isIn(another)).toBe(false);
  discord.gateway.dispatch('GUILD_DELETE', { id: server }, server);
  await isIn(false);
  discord.gateway.dispatch('GUILD_CREATE', created(server), server);
  await isIn(true);
});

test('during an outage of a server nobody can tell', async () => {
  const { discord, adapter } = await hosted();
  const isIn = (is: boolean | undefined) =>
    vi.waitFor(async () => expect(await adapter.port.isIn(server)).toBe(is));
  await isIn(true);
  discord.gateway.dispatch('GUILD_DELETE', { id: server, unavailable: true }, server);
  await isIn(undefined);
  discord.gateway.dispatch('GUILD_CREATE', created(server), server);
  await isIn(true);
});

test('of servers on shards of other processes nobody can tell', async () => {
  const { adapter } = await hosted({ shards: { ids: [1], count: 2 } });
  const onShard = (shard: number) => String((2n * 5n + BigInt(shard)) << 22n);
  expect(await adapter.port.isIn(onShard(0))).toBeUndefined();
  expect(await adapter.port.isIn(onShard(1))).toBe(false);
});

test('before it is connected nobody can tell', async () => {
  const { adapter } = await hosted();
  await adapter.stop();
  expect(await adapter.port.isIn(server)).toBeUndefined();
});
