import {
  ApplicationFlags,
  type RESTGetAPIGatewayBotResult,
  type RESTGetCurrentApplicationResult,
} from 'discord.js';
import { type Finding, fault, fine, note } from '../../chat/examination.ts';
import type { DiscordSettings } from './client.ts';
import { inviteLink } from './invite.ts';
import { invited } from './permissions.ts';

const portal = 'https://discord.com/developers/applications';

/** https://docs.discord.com/developers/resources/application#application-object-application-flags */
const privileged: Readonly<Record<string, number>> = {
  Presence: ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
  'Server Members': ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  'Message Content': ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
};

/** Servers that one shard may have. https://docs.discord.com/developers/events/gateway#sharding */
const SERVERS_A_SHARD = 2500;

/** How the application is set up at Discord. */
export function applicationFindings(application: RESTGetCurrentApplicationResult): Finding[] {
  const { id, name, interactions_endpoint_url: endpoint } = application;
  return [
    fine('Token', `Discord takes it, as ${name}.`),
    ...(endpoint
      ? [
          fault(
            'Interactions',
            `Discord sends them to an Interactions Endpoint URL, and none comes to this program. Empty that field at ${portal}, your application, "General Information".`,
          ),
        ]
      : []),
    intents(application),
    fine('Invitation', `${inviteLink(id)} (${invited.names})`),
  ];
}

function intents({ flags }: RESTGetCurrentApplicationResult): Finding {
  const on = Object.entries(privileged)
    .filter(([, bits]) => ((flags ?? 0) & bits) !== 0)
    .map(([name]) => name);
  if (on.length === 0) return fine('Intents', 'Guilds alone is asked for, and no privileged one is on.');
  return note(
    'Intents',
    `Guilds alone is asked for, but ${on.join(', ')} ${on.length === 1 ? 'is' : 'are'} on: you may switch that off at ${portal}, your application, "Bot", "Privileged Gateway Intents".`,
  );
}

/**
 * Whether a start would be let in with these shards.
 *
 * @param servers how many the bot is in, about
 */
export function shardFinding(
  shards: DiscordSettings['shards'],
  { shards: recommended, session_start_limit: left }: RESTGetAPIGatewayBotResult,
  servers: number,
): Finding {
  const needed = shards === 'auto' ? recommended : shards.ids.length;
  if (left.remaining < needed)
    return fault(
      'Shards',
      `a start makes ${needed} of the ${left.total} connections that Discord allows a day, and ${left.remaining} are left. Start nothing for ${inWords(left.reset_after)}, and look in the log for why it connects so often.`,
    );
  const starts = `${left.remaining} of ${left.total} connections are left for today`;
  if (shards === 'auto') return fine('Shards', `auto: ${recommended} in this process; ${starts}.`);
  const { ids, count } = shards;
  const set = `DISCORD_SHARDS is ${ids.join(',')}/${count}`;
  if (servers > count * SERVERS_A_SHARD)
    return fault(
      'Shards',
      `${set}, which is too few for ${servers} servers: a shard takes ${SERVERS_A_SHARD}. Write ${recommended} in place of ${count}, in every process, and divide them anew.`,
    );
  if (count < recommended)
    return note(
      'Shards',
      `${set}, and Discord recommends ${recommended} in all by now: write that in place of ${count} in every process, and divide them anew.`,
    );
  return fine('Shards', `${set}; ${starts}.`);
}

function inWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
