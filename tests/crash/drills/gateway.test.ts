import { expect, test } from 'vitest';
import { discordTable } from '../discord.ts';
import { playThrough } from './play.ts';

type Gateway = Awaited<ReturnType<typeof discordTable>>['discord']['gateway'];

/** What the gateway does to a connection, and whether the session goes on afterwards. */
const troubles: [string, (gateway: Gateway) => void, 'resumes' | 'identifies'][] = [
  ['asks to reconnect', (gateway) => gateway.tell(7, null), 'resumes'],
  ['calls the session invalid that may be resumed', (gateway) => gateway.tell(9, true), 'resumes'],
  [
    'calls the session invalid for good',
    (gateway) => {
      gateway.forget();
      gateway.tell(9, false);
    },
    'identifies',
  ],
  [
    'closes the connection and has forgotten the session',
    (gateway) => {
      gateway.forget();
      gateway.cut(4000);
    },
    'identifies',
  ],
  ['closes the connection as it does when it is restarted', (gateway) => gateway.cut(1001), 'resumes'],
  [
    'says that the session has timed out',
    (gateway) => {
      gateway.forget();
      gateway.cut(4009);
    },
    'identifies',
  ],
  ['acknowledges no heartbeat any more', (gateway) => gateway.fallSilent(), 'resumes'],
];

test.each(troubles)('Discord’s gateway %s in the middle of a round', async (_, trouble, then) => {
  const table = async (...all: Parameters<typeof discordTable>) => {
    const made = await discordTable(...all);
    made.discord.gateway.heartbeat = 300;
    return made;
  };
  await playThrough(table, ({ discord }) => {
    discord.gateway.received.length = 0;
    trouble(discord.gateway);
    return () => {
      const ops = discord.gateway.received.map(({ op }) => op).filter((op) => op !== 1);
      expect(ops.at(-1)).toBe(then === 'resumes' ? 6 : 2);
    };
  });
});
