import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  Events,
  type Interaction,
  type RepliableInteraction,
} from 'discord.js';
import type { Adapter, AdapterDeps } from '../../chat/chat.ts';
import { answer, tell } from './answer.ts';
import { createCalls } from './calls.ts';
import { createClient, type DiscordSettings } from './client.ts';
import { eventOf, pathOf } from './events.ts';
import { connect } from './gateway.ts';
import { inviteLink } from './invite.ts';
import { createPort } from './port.ts';
import { closeRefusal, isTooLate, loggable } from './refusals.ts';
import { createRegistrar } from './registrar.ts';

/** Milliseconds for the replies under way when the adapter stops. */
const FINISH_WITHIN = 3000;

const say = {
  foreign: 'Studyhall does nothing here.',
  mishap: 'Something went wrong here. Please try again in a moment.',
};

export interface DiscordDeps extends AdapterDeps {
  /** Resolves after so many milliseconds; the clock's own if left out. */
  after?: (ms: number) => Promise<void>;
}

/** Discord, over the gateway: commands, menus, buttons, choices and forms come in as interactions and are answered as such. */
export function discordAdapter(settings: DiscordSettings, deps: DiscordDeps): Adapter {
  const { chat, log, lost, after = unheld } = deps;
  const client = createClient(settings);
  const calls = createCalls(settings, after);
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  const respond = async (interaction: RepliableInteraction) => {
    const event = eventOf(interaction, chat.commands());
    if (event) await answer(interaction, chat.handle(event), after);
    else await tell(interaction, say.foreign);
  };

  const suggest = async (interaction: AutocompleteInteraction) => {
    const { name, value } = interaction.options.getFocused(true);
    const by = { platform: 'discord', member: interaction.user.id } as const;
    const suggestions = chat.suggest(pathOf(interaction), name, value, by);
    await interaction.respond(suggestions.map(({ label, value }) => ({ name: label, value })));
  };

  const onInteraction = (interaction: Interaction) => {
    const work = (interaction.isAutocomplete() ? suggest(interaction) : respond(interaction))
      .catch((error) => mishap(interaction, error))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };

  /** Nobody waits for what an answer comes to: its errors end here. */
  const mishap = async (interaction: Interaction, error: unknown) => {
    const fields = { platform: 'discord', event: interaction.id, ...loggable(error) };
    if (isTooLate(error))
      return log.warn(fields, 'Discord no longer took an answer: it was too late, or given already.');
    log.error(fields, 'An answer could not be sent.');
    if (interaction.isRepliable())
      await tell(interaction, say.mishap).catch((again) =>
        log.warn({ ...fields, ...loggable(again) }, 'Nor could that be said.'),
      );
  };

  return {
    port: createPort(calls, {
      id: () => client.user?.id ?? '',
      knows: (channel) => client.channels.cache.has(channel),
    }),
    async start() {
      client.on(Events.Error, (error) =>
        log.error({ platform: 'discord', ...loggable(error) }, 'discord.js reports an error.'),
      );
      client.on(Events.ShardError, ({ name }) =>
        log.warn({ platform: 'discord', reason: name }, 'Something from Discord could not be taken.'),
      );
      client.on(Events.InteractionCreate, onInteraction);
      const ready = await connect(client, settings.token, after);
      client.on(Events.ShardDisconnect, ({ code }) => {
        const reason = closeRefusal(code, settings.token);
        if (reason && !stopping) lost(reason);
      });
      const register = createRegistrar(ready, deps);
      chat.onChange(() => {
        if (!stopping) void register();
      });
      await register();
      return [`Discord: connected as ${ready.user.username}. Invite it: ${inviteLink(ready.application.id)}`];
    },
    async stop() {
      stopping = true;
      client.off(Events.InteractionCreate, onInteraction);
      await Promise.race([Promise.allSettled(underWay), after(FINISH_WITHIN)]);
      await Promise.race([client.destroy(), after(FINISH_WITHIN)]);
      calls.close();
    },
  };
}

/** A timer that does not keep the process alive. */
function unheld(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
