import { onTestFinished } from 'vitest';
import { type DiscordDeps, discordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { DiscordSettings } from '../../../src/adapters/discord/client.ts';
import { type LoopbackOptions, startDiscord } from '../../servers/discord.ts';
import type { Failing } from '../../servers/discord-faults.ts';
import { type TestChat, testChat } from './study-commands.ts';

export interface Hosting extends Partial<DiscordDeps>, LoopbackOptions {
  chat?: TestChat;
  token?: string;
  shards?: DiscordSettings['shards'];
  failing?: readonly [start: string, Failing][];
}

/** A Discord, and a bot that is not yet connected to it. Both are closed when the test is over. */
export async function host({
  now,
  gatewayUrl,
  token,
  shards,
  failing = [],
  chat = testChat(),
  ...deps
}: Hosting = {}) {
  const discord = await startDiscord({ ...(now ? { now } : {}), ...(gatewayUrl ? { gatewayUrl } : {}) });
  for (const [start, how] of failing) discord.failing.set(start, how);
  const logged: { level: string; sentence: string }[] = [];
  const warned = Promise.withResolvers<string>();
  const note = (level: string) => (_fields: object, sentence: string) => {
    logged.push({ level, sentence });
    if (level === 'warn') warned.resolve(sentence);
  };
  const lost: Error[] = [];
  const connection: ('cut' | 'back')[] = [];
  /** How often Discord has answered 429. */
  const limits = { count: 0 };
  const adapter = discordAdapter(
    { ...discord.settings, ...(token === undefined ? {} : { token }), ...(shards ? { shards } : {}) },
    {
      chat,
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      lost: (error) => void lost.push(error),
      connection: (is) => void connection.push(is),
      limited: () => {
        limits.count += 1;
      },
      ...deps,
    },
  );
  onTestFinished(async () => {
    await adapter.stop();
    await discord.close();
  });
  return { discord, adapter, chat, logged, warned: warned.promise, lost, connection, limits };
}

/** The same, connected. */
export async function hosted(hosting: Hosting = {}) {
  const all = await host(hosting);
  const lines = await all.adapter.start();
  return { ...all, lines };
}
