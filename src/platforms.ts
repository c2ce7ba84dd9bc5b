import type { Hono } from 'hono';
import type { Adapter, AdapterDeps } from './chat/chat.ts';
import type { PlatformName } from './chat/event.ts';
import type { Config } from './config.ts';
import { rememberIds } from './runtime/once.ts';

export interface PlatformDeps extends Pick<AdapterDeps, 'chat' | 'log'> {
  web: Hono;
  lost(platform: PlatformName, error: Error): void;
  connection(platform: PlatformName, is: 'cut' | 'back'): void;
  limited(platform: PlatformName): void;
  /** What of a platform's pace is this process's. */
  share(platform: PlatformName): number;
  /** True for the first who takes the id of an event, of all processes. */
  take(id: string): Promise<boolean>;
  /** A platform has told that a server removed the bot. */
  departed(server: string): void;
  /** Milliseconds since 1970. */
  now(): number;
  randomId(): string;
}

/** Makes the adapters that are to be started, by name. */
export type OpenPlatforms = (deps: PlatformDeps) => Map<PlatformName, Adapter>;

/** Loads the code of the platforms that are configured, and of no other: each brings a large library along. */
export async function loadPlatforms(config: Config): Promise<OpenPlatforms> {
  const { discord, slack } = config;
  const [discordModule, slackModule, openPlayground] = await Promise.all([
    discord && import('./adapters/discord/adapter.ts'),
    slack && import('./adapters/slack/adapter.ts'),
    config.playground ? loadPlayground() : undefined,
  ]);
  return (deps) => {
    const { chat, log, web } = deps;
    const adapterDeps = (name: PlatformName) => ({
      chat,
      log,
      lost: (error: Error) => deps.lost(name, error),
      connection: (is: 'cut' | 'back') => deps.connection(name, is),
      limited: () => deps.limited(name),
    });
    const adapters = new Map<PlatformName, Adapter>();
    if (openPlayground) adapters.set('playground', openPlayground(deps));
    if (discord && discordModule)
      adapters.set(
        'discord',
        discordModule.discordAdapter(discord, {
          ...adapterDeps('discord'),
          share: () => deps.share('discord'),
        }),
      );
    if (slack && slackModule)
      adapters.set(
        'slack',
        slackModule.slackAdapter(slack, {
          ...adapterDeps('slack'),
          web,
          now: deps.now,
          once: rememberIds(deps.now),
          take: (id) => deps.take(`slack:${id}`),
          departed: (team) => deps.departed(`slack:${team}`),
        }),
      );
    return adapters;
  };
}

/** The playground shows each message as Discord and Slack would get it: by their own renderers. */
async function loadPlayground(): Promise<(deps: PlatformDeps) => Adapter> {
  const [{ playground }, discord, slack] = await Promise.all([
    import('./adapters/playground/adapter.ts'),
    import('./adapters/discord/render.ts'),
    import('./adapters/slack/render.ts'),
  ]);
  return ({ web, chat, now, randomId }) =>
    playground(web, { chat, previews: { discord: discord.render, slack: slack.render }, now, randomId });
}
