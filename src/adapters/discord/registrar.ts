import type { Client } from 'discord.js';
import type { AdapterDeps } from '../../chat/chat.ts';
import { register } from './publish.ts';
import { loggable } from './refusals.ts';

/**
 * Keeps the commands that Discord has registered the same as those there are: one registration at a time, and however many changes come
 * meanwhile, one more after it. A failed one is said and tried again with the next change.
 *
 * @returns starts a registration, or waits for the one that will have the commands of now
 */
export function createRegistrar(client: Client<true>, { chat, log }: AdapterDeps): () => Promise<void> {
  let running = Promise.resolve();
  let waiting: Promise<void> | undefined;

  const registerNow = async () => {
    waiting = undefined;
    try {
      await register(client.rest, client.application.id, chat.commands(), (change) =>
        log.info({ platform: 'discord' }, `Commands: ${change}`),
      );
    } catch (error) {
      log.warn(
        { platform: 'discord', ...loggable(error) },
        'The commands could not be registered with Discord; this is tried again when they change, at the next start, and by "npm run publish:discord".',
      );
    }
  };

  return () => {
    waiting ??= running = running.then(registerNow);
    return waiting;
  };
}
