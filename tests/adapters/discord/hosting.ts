import { onTestFinished } from 'vitest';
import { type DiscordDeps, discordAdapter } from '../../../src/adapters/discord/adapter.ts';
import { type LoopbackOptions, startDiscord } from '../../servers/discord.ts';
import { type TestChat, testChat } from './study-commands.ts';

export interface Hosting extends Partial<DiscordDeps>, LoopbackOptions {
  chat?: TestChat;
  token?: string;
}

/** A Discord, and a bot that is not yet connected to it. Both are closed when the test is over. */
export async function host({ now, gatewayUrl, token, chat = testChat(), ...deps }: Hosting = {}) {
  const discord = await startDiscord({ ...(now ? { now } : {}), ...(gatewayUrl ? { gatewayUrl } : {}) });
  const logged: { level: string; sentence: string }[] = [];
  const note = (level: string) => (_fields: object, sentence: string) =>
    void logged.push({ level, sentence });
  const lost: Error[] = [];
  const adapter = discordAdapter(
    { ...discord.settings, ...(token === undefined ? {} : { token }) },
    {
      chat,
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      lost: (error) => void lost.push(error),
      ...deps,
    },
  );
  onTestFinished(async () => {
    await adapter.stop();
    await discord.close();
  });
  return { discord, adapter, chat, logged, lost };
}

/** The same, connected. */
export async function hosted(hosting: Hosting = {}) {
  const all = await host(hosting);
  const lines = await all.adapter.start();
  return { ...all, lines };
}
