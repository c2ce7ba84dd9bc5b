import { once } from 'node:events';
import {
  REST,
  type RESTGetAPIGatewayBotResult,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord.js';
import type { Command } from '../../chat/command.ts';
import { type DiscordSettings, restOptions } from './client.ts';
import { type CommandBody, commandBodies } from './commands.ts';
import { inviteLink } from './invite.ts';
import { invited } from './permissions.ts';
import { planCommands } from './plan.ts';
import { refusal } from './refusals.ts';

/** Something that was tried: how it stands, and where it fails what to mend. */
export interface Finding {
  ok: boolean;
  sentence: string;
}

/** Milliseconds for the gateway to greet. */
const GREET_WITHIN = 10_000;

/** Tries the token, the registered commands and the gateway, as the adapter will use them. Changes nothing. */
export async function examine(settings: DiscordSettings, commands: readonly Command[]): Promise<Finding[]> {
  const rest = new REST({ ...restOptions(settings.apiUrl), rejectOnRateLimit: ['/'] }).setToken(
    settings.token,
  );
  const found: Finding[] = [];
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    found.push(
      good(
        `Discord takes the token: it is ${application.name}. Invite it, with ${invited.names} for rounds: ${inviteLink(application.id)}`,
      ),
    );
    const registered = (await rest.get(Routes.applicationCommands(application.id))) as CommandBody[];
    found.push(registration(planCommands(registered, commandBodies(commands))));
    const { url, session_start_limit: left } = (await rest.get(
      Routes.gatewayBot(),
    )) as RESTGetAPIGatewayBotResult;
    found.push(await greeting(url));
    if (left.remaining === 0)
      found.push(
        bad(
          `Discord lets the bot connect again in ${Math.ceil(left.reset_after / 60_000)} minutes: it has connected too often.`,
        ),
      );
  } catch (error) {
    found.push(bad(refusal(error, settings.token).message));
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
  return found;
}

function registration(changes: readonly string[]): Finding {
  if (changes.length === 0) return good('The commands are registered with Discord.');
  return bad(
    `The commands registered with Discord differ (${changes.join('; ')}): "npm run publish:discord" or a start mends it.`,
  );
}

async function greeting(url: string): Promise<Finding> {
  const socket = new WebSocket(`${url}?v=10&encoding=json`);
  const signal = AbortSignal.timeout(GREET_WITHIN);
  try {
    const [event] = await Promise.race([
      once(socket, 'message', { signal }),
      once(socket, 'close', { signal }),
    ]);
    if (event.type === 'message') return good("Discord's gateway answers.");
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    socket.close();
  }
  return bad(`Discord's gateway at ${url} does not answer: a firewall or proxy may stop WebSockets.`);
}

function good(sentence: string): Finding {
  return { ok: true, sentence };
}

function bad(sentence: string): Finding {
  return { ok: false, sentence };
}
