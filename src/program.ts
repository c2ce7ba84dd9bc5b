import { Hono } from 'hono';
import { commandsFor } from '../commands/index.ts';
import type { Adapter, Log } from './chat/chat.ts';
import type { Command } from './chat/command.ts';
import { PlatformError } from './chat/errors.ts';
import type { PlatformName } from './chat/event.ts';
import type { Config } from './config.ts';
import { openHouse } from './house.ts';
import type { OpenPlatforms } from './platforms.ts';
import type { Clock } from './runtime/clock.ts';
import { openConnections } from './runtime/connections.ts';
import { openDesk } from './runtime/desk.ts';
import type { House } from './runtime/house.ts';
import type { Library } from './runtime/library.ts';
import { lull } from './runtime/lull.ts';
import type { Sources } from './runtime/metrics/gauges.ts';
import type { Metrics } from './runtime/metrics/metrics.ts';
import { openReadiness } from './runtime/readiness.ts';
import { timed } from './store/timed.ts';
import type { Store } from './store/types.ts';
import { failedRequest, serveWeb, type WebServer } from './web.ts';
import { welcome } from './welcome.ts';

export interface ProgramDeps {
  config: Config;
  library: Library;
  store: Store;
  openPlatforms: OpenPlatforms;
  log: Log;
  /** Prints a line for the person who started the program. */
  say(line: string): void;
  clock: Clock;
  /** Milliseconds from any start, never going back. */
  elapsed(): number;
  randomId(): string;
}

export interface Program {
  /** Where the web server answers. */
  address: string | undefined;
  reload(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Puts the house together and opens it: decks, desk, web, platforms. A platform that cannot be connected is left to come later.
 *
 * @throws PlatformError when nobody could ever be served: no deck, no platform, no port
 */
export async function startProgram(deps: ProgramDeps): Promise<Program> {
  const { config, library, log, say, clock, elapsed, randomId } = deps;
  for (const notice of config.notices) log.info({}, notice);
  const readiness = openReadiness({ store: deps.store, states: () => connections.states(), clock, elapsed });
  const metrics = await loadMetrics(config, {
    figures: () => deps.store.figures.all(clock.now()),
    states: () => connections.states(),
    readiness,
    clock,
  });
  const { house, presence, ...lasting } = await openHouse({
    store: metrics ? timed(deps.store, elapsed, metrics.stored) : deps.store,
    shelves: library.shelves,
    states: () => connections.states(),
    clock,
    log,
    randomId,
    ...(metrics && { sent: metrics.sent }),
  });
  const chat = openDesk({
    commands: keepCommands(library, house),
    onChange: library.onChange,
    log,
    elapsed,
    ...(metrics && { metrics }),
  });
  const connections = openConnections({
    clock,
    log,
    say,
    join: (platform, { part }) => presence.join(platform, part),
    joined: (platform, { port }) => lasting.connected(platform, port),
    leave: lasting.disconnected,
    reconnected: (platform) => metrics?.reconnected(platform),
  });

  const web = new Hono().onError(failedRequest(log));
  web.get('/healthz', (c) => c.text('ok'));
  web.get('/readyz', async (c) => {
    const { ready, lines } = await readiness();
    return c.text(`${lines.join('\n')}\n`, ready ? 200 : 503);
  });
  const adapters = deps.openPlatforms({
    chat,
    log,
    web,
    lost: connections.lost,
    connection: connections.changed,
    limited: (platform) => metrics?.limited(platform),
    share: presence.share,
    take: lasting.take,
    departed: lasting.departed,
    now: clock.now,
    randomId,
  });

  const servers: WebServer[] = [];
  const stop = async () => {
    library.close();
    await lasting.rest();
    await lull(chat.quietFor, clock);
    await connections.stop();
    await Promise.all(servers.map((server) => server.close()));
    await lasting.close();
  };

  try {
    checkPurpose(config, library, adapters);
    servers.push(...(await openWeb(web, config, log, metrics?.refused)));
    if (metrics) servers.push(await serveMetrics(metrics, config));
    await connections.open(adapters);
  } catch (error) {
    await stop();
    throw error;
  }
  const address = servers[0]?.address;
  if (config.playground && address) for (const line of welcome(address, process.env)) say(line);
  return { address, reload: library.reload, stop };
}

/** The commands for the decks of the moment, made anew only when these have changed. */
function keepCommands(library: Library, house: House): () => readonly Command[] {
  let shelves = library.shelves();
  let commands = commandsFor(shelves, house);
  return () => {
    const now = library.shelves();
    if (now !== shelves) {
      shelves = now;
      commands = commandsFor(shelves, house);
    }
    return commands;
  };
}

/** @throws PlatformError when there is nothing to serve, or nobody to serve it to */
function checkPurpose(
  { knowledgeDirs }: Config,
  library: Library,
  adapters: ReadonlyMap<PlatformName, Adapter>,
): void {
  if (library.shelves().length === 0)
    throw new PlatformError(
      `There is no deck to start with: put Markdown into one of ${knowledgeDirs.join(', ')}, or mend the errors above.`,
    );
  if (adapters.size === 0)
    throw new PlatformError(
      'There is nothing to start: set DISCORD_TOKEN or the Slack tokens, or PLAYGROUND=on.',
    );
}

/** Where no metrics are wanted, what makes them is not even loaded. */
async function loadMetrics({ metricsPort }: Config, sources: Sources): Promise<Metrics | undefined> {
  if (metricsPort === undefined) return undefined;
  const { openMetrics } = await import('./runtime/metrics/metrics.ts');
  return openMetrics(sources);
}

/** Discord and Slack's Socket Mode do without the web: there, a port that cannot be had is only a warning. */
async function openWeb(
  web: Hono,
  config: Config,
  log: Log,
  refused?: (status: number) => void,
): Promise<WebServer[]> {
  const needed = config.playground || (config.slack !== undefined && 'signingSecret' in config.slack);
  try {
    const server = await serveWeb(web, config.host, config.port, refused && { refused });
    log.info({ address: server.address }, 'The web server is open.');
    return [server];
  } catch (error) {
    if (needed || !(error instanceof PlatformError)) throw error;
    log.warn({}, `No health page: ${error.message}`);
    return [];
  }
}

function serveMetrics(metrics: Metrics, { host, metricsPort = 0 }: Config): Promise<WebServer> {
  const web = new Hono().get('/metrics', async (c) => c.text(await metrics.print()));
  return serveWeb(web, host, metricsPort, { setting: 'METRICS_PORT', refused: metrics.refused });
}
