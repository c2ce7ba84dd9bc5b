import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  type Client,
  Events,
  type Interaction,
  type RepliableInteraction,
} from 'discord.js';
import type { Adapter, AdapterDeps } from '../../chat/chat.ts';
import type { Event } from '../../chat/event.ts';
import { answer, tell } from './answer.ts';
import { createCalls } from './calls.ts';
import { createClient, type DiscordSettings } from './client.ts';
import { eventOf, pathOf } from './events.ts';
import { connect, watch } from './gateway.ts';
import { inviteLink } from './invite.ts';
import { partOf } from './part.ts';
import { createPort } from './port.ts';
import { isTooLate, loggable } from './refusals.ts';
import { createRegistrar } from './registrar.ts';
import { followServers, isIn } from './servers.ts';

/** Milliseconds for the replies under way when the adapter stops. */
const FINISH_WITHIN = 3000;

const say = {
  foreign: 'Studyhall does nothing here.',
  mishap: (id: string) =>
    `Something went wrong here. Please try again in a moment; if it stays, tell my host: ${id}.`,
};

export interface DiscordDeps extends AdapterDeps {
  /** Resolves after so many milliseconds; the clock's own if left out. */
  after?: (ms: number) => Promise<void>;
  /** What of the requests that one bot may make is this process's; all of them if left out. */
  share?: () => number;
}

/** Discord, over the gateway: commands, menus, buttons, choices and forms come in as interactions and are answered as such. */
export function discordAdapter(settings: DiscordSettings, deps: DiscordDeps): Adapter {
  const { chat, log, after = unheld, share = () => 1 } = deps;
  const calls = createCalls(settings, { after, share, limited: deps.limited });
  const underWay = new Set<Promise<void>>();
  let client: Client | undefined;
  let register: (() => Promise<void>) | undefined;
  chat.onChange(() => void register?.());

  const respond = async (interaction: RepliableInteraction, arrived: (event: Event) => void) => {
    const event = eventOf(interaction, chat.commands());
    if (!event) return tell(interaction, say.foreign);
    await answer(interaction, chat.handle(event), { after, taken: () => arrived(event) });
  };

  const suggest = async (interaction: AutocompleteInteraction) => {
    const { name, value } = interaction.options.getFocused(true);
    const by = { platform: 'discord', member: interaction.user.id } as const;
    const suggestions = chat.suggest(pathOf(interaction), name, value, by);
    await interaction.respond(suggestions.map(({ label, value }) => ({ name: label, value })));
  };

  const onInteraction = (interaction: Interaction) => {
    const doing = interaction.isAutocomplete() ? suggest(interaction) : respond(interaction, chat.arrived());
    const work = doing.catch((error) => mishap(interaction, error)).finally(() => underWay.delete(work));
    underWay.add(work);
  };

  /** Nobody waits for what an answer comes to: its errors end here. */
  const mishap = async (interaction: Interaction, error: unknown) => {
    const fields = { platform: 'discord', event: interaction.id, ...loggable(error) };
    if (isTooLate(error))
      return log.warn(fields, 'Discord no longer took an answer: it was too late, or given already.');
    log.error(fields, 'An answer could not be sent.');
    if (interaction.isRepliable())
      await apologise(interaction).catch((again) =>
        log.warn({ ...fields, ...loggable(again) }, 'Nor could that be said.'),
      );
  };

  const apologise = async (interaction: RepliableInteraction) =>
    tell(interaction, say.mishap(interaction.id));

  return {
    part: partOf(settings.shards),
    port: createPort(calls, {
      id: () => client?.user?.id ?? '',
      knows: (channel) => client?.channels.cache.has(channel) ?? false,
      isIn: (server) => client && isIn(client, server),
    }),
    async start() {
      // One that has failed to connect cannot be used again.
      const fresh = createClient(settings);
      client = fresh;
      fresh.on(Events.Error, (error) =>
        log.error({ platform: 'discord', ...loggable(error) }, 'discord.js reports an error.'),
      );
      fresh.on(Events.InteractionCreate, onInteraction);
      followServers(fresh);
      const ready = await connect(fresh, settings.token, after);
      watch(ready, settings.token, deps);
      register = createRegistrar(ready, deps);
      await register();
      return [`Discord: connected as ${ready.user.username}. Invite it: ${inviteLink(ready.application.id)}`];
    },
    async stop() {
      register = undefined;
      const late = after(FINISH_WITHIN);
      await Promise.race([Promise.allSettled(underWay), late]);
      // Until here others have clicked, and nobody else has this shard yet: they are answered as well.
      await Promise.race([client?.destroy(), late]);
      await Promise.race([Promise.allSettled(underWay), late]);
      calls.close();
    },
  };
}

/** A timer that does not keep the process alive. */
function unheld(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
