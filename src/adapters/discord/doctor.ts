import { once } from 'node:events';
import {
  Client,
  DefaultRestOptions,
  type RESTGetAPIGatewayBotResult,
  type RESTGetCurrentApplicationResult,
  type RESTOptions,
  Routes,
} from 'discord.js';
import type { Command } from '../../chat/command.ts';
import { PlatformError } from '../../chat/errors.ts';
import {
  type Examination,
  type Finding,
  fault,
  fine,
  LateError,
  type Means,
  note,
  type Reading,
  readingOf,
  surer,
} from '../../chat/examination.ts';
import { type DiscordSettings, restOptions } from './client.ts';
import { type CommandBody, commandBodies } from './commands.ts';
import { applicationFindings, shardFinding } from './doctor-application.ts';
import { placesBy } from './doctor-places.ts';
import { planCommands } from './plan.ts';
import { refusal } from './refusals.ts';

/** Requests a second at most: a program that runs meanwhile needs the others of its 50. */
const PACE = 20;
/** Milliseconds that a rate limit may ask to wait before the answer counts as refused. */
const SHORT_WAIT = 2000;
/** Places that are asked about in one go: three requests each, or four. */
const MOST_PLACES = 40;

/**
 * Tries the token, the application's settings, the registered commands and the gateway, as the adapter uses them. Changes nothing.
 *
 * @param commands what is to be registered; undefined where nobody knows
 */
export async function examine(
  settings: DiscordSettings,
  commands: readonly Command[] | undefined,
  { now, inTime }: Means,
): Promise<Examination> {
  let reading: Reading | undefined;
  const client = askingClient(settings, async (address, request) => {
    const sent = now();
    const answer = await DefaultRestOptions.makeRequest(address, request);
    reading = surer(reading, readingOf(answer.headers.get('date'), sent, now()));
    return answer;
  });
  const { rest } = client;
  const asked = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await inTime(answer);
    } catch (error) {
      throw inWords(error, settings);
    }
  };

  try {
    const application = await asked(
      rest.get(Routes.currentApplication()) as Promise<RESTGetCurrentApplicationResult>,
    );
    const [registered, connection] = await Promise.all([
      tried('Commands', async () => {
        if (!commands) return [note('Commands', 'not compared, since no deck could be read.')];
        const route = Routes.applicationCommands(application.id);
        const found = await asked(rest.get(route) as Promise<CommandBody[]>);
        return [registration(found, commands)];
      }),
      tried('Gateway', async () => {
        const gateway = await asked(rest.get(Routes.gatewayBot()) as Promise<RESTGetAPIGatewayBotResult>);
        const servers = application.approximate_guild_count ?? 0;
        return [await greeting(gateway.url, inTime), shardFinding(settings.shards, gateway, servers)];
      }),
    ]);
    return {
      findings: [...applicationFindings(application), ...registered, ...connection],
      ...(reading && { reading }),
      places: {
        look: placesBy(client, application.bot?.id ?? application.id, asked),
        most: MOST_PLACES,
      },
    };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { findings: [fault('Token', error.message)], ...(reading && { reading }) };
  }
}

/** A client that asks and does not listen. */
function askingClient({ apiUrl, token }: DiscordSettings, makeRequest: RESTOptions['makeRequest']): Client {
  const client = new Client({
    intents: [],
    rest: {
      ...restOptions(apiUrl),
      makeRequest,
      retries: 0,
      globalRequestsPerSecond: PACE,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > SHORT_WAIT,
    },
  });
  client.rest.setToken(token);
  return client;
}

function inWords(error: unknown, { token, apiUrl }: DiscordSettings): unknown {
  if (!(error instanceof LateError)) return refusal(error, token);
  return new PlatformError(
    apiUrl === undefined
      ? 'Discord does not answer. Check the network, and https://discordstatus.com.'
      : 'The address in DISCORD_API_URL does not answer. Look whether the proxy there runs, or take the variable out.',
  );
}

async function tried(about: string, attempt: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof PlatformError) return [fault(about, error.message)];
    throw error;
  }
}

function registration(registered: readonly CommandBody[], commands: readonly Command[]): Finding {
  if (registered.length === 0)
    return note('Commands', 'none are registered with Discord yet. The first start does it.');
  const changes = planCommands(registered, commandBodies(commands));
  if (changes.length === 0) return fine('Commands', 'registered with Discord as they are here.');
  return fault(
    'Commands',
    `those registered with Discord differ (${changes.join('; ')}). \`npm run publish:discord\` or a start mends it.`,
  );
}

/** Connects as far as the greeting: none of the bot's connections is used up. */
async function greeting(url: string, inTime: Means['inTime']): Promise<Finding> {
  const socket = new WebSocket(`${url}?v=10&encoding=json`);
  const over = new AbortController();
  const first = (name: string) => once(socket, name, { signal: over.signal }).then(() => name);
  try {
    const came = await inTime(Promise.race([first('message'), first('error'), first('close')]));
    if (came === 'message') return fine('Gateway', 'answers.');
  } catch (error) {
    if (!(error instanceof LateError)) throw error;
  } finally {
    over.abort();
    socket.close();
  }
  return fault(
    'Gateway',
    `${url} does not answer. A firewall or proxy may stop WebSockets: let them through.`,
  );
}
