import { Hono } from 'hono';
import { commandsFor } from '../commands/index.ts';
import type { Adapter, Log } from './chat/chat.ts';
import type { Command } from './chat/command.ts';
import { PlatformError } from './chat/errors.ts';
import type { PlatformName } from './chat/event.ts';
import type { Port } from './chat/port.ts';
import type { Config } from './config.ts';
import { openHouse } from './house.ts';
import type { OpenPlatforms } from './platforms.ts';
import type { Clock } from './runtime/clock.ts';
import { openDesk } from './runtime/desk.ts';
import type { House } from './runtime/house.ts';
import type { Library } from './runtime/library.ts';
import type { Metrics } from './runtime/metrics.ts';
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
  /** Called when the last platform is gone and nobody can be served any more. */
  lost(): void;
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
 * Puts the house together and opens it: decks, desk, web, platforms.
 *
 * @throws PlatformError when nobody could be served: no deck, no platform, no port
 */
export async function startProgram(deps: ProgramDeps): Promise<Program> {
  const { config, library, log, say } = deps;
  for (const notice of config.notices) log.info({}, notice);
  const metrics = config.metricsPort === undefined ? undefined : await loadMetrics();
  const ports = new Map<PlatformName, Port>();
  const { house, ...lasting } = await openHouse({
    store: deps.store,
    shelves: library.shelves,
    ports: () => ports,
    clock: deps.clock,
    log,
    randomId: deps.randomId,
  });
  const chat = openDesk({
    commands: keepCommands(library, house),
    onChange: library.onChange,
    log,
    ...(metrics && { observe: metrics.observe }),
    elapsed: deps.elapsed,
  });

  const web = new Hono().onError(failedRequest(log));
  web.get('/healthz', (c) => c.text('ok'));
  const running = new Map<PlatformName, Adapter>();
  const adapters = deps.openPlatforms({
    chat,
    log,
    web,
    lost(platform, error) {
      log.error({ platform }, `${error.message} This platform is off until the next start.`);
      running.delete(platform);
      ports.delete(platform);
      if (running.size === 0) deps.lost();
    },
    now: deps.clock.now,
    randomId: deps.randomId,
  });

  const servers: WebServer[] = [];
  const stop = async () => {
    library.close();
    await lasting.rest();
    await Promise.allSettled([...running.values()].map((adapter) => adapter.stop()));
    await Promise.all(servers.map((server) => server.close()));
    await lasting.close();
  };

  try {
    if (library.shelves().length === 0) throw new PlatformError(noDeck(config));
    servers.push(...(await openWeb(web, config, log)));
    if (metrics) servers.push(await serveMetrics(metrics, config));
    await startAll(adapters, running, log, say);
    for (const [name, { port }] of running) ports.set(name, port);
    await lasting.open();
    if (running.size === 0)
      throw new PlatformError(
        adapters.size > 0
          ? 'No platform could be started.'
          : 'There is nothing to start: set DISCORD_TOKEN or the Slack tokens, or PLAYGROUND=on.',
      );
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

function noDeck({ knowledgeDirs }: Config): string {
  return `There is no deck to start with: put Markdown into one of ${knowledgeDirs.join(', ')}, or mend the errors above.`;
}

async function loadMetrics(): Promise<Metrics> {
  const { openMetrics } = await import('./runtime/metrics.ts');
  return openMetrics();
}

/** Discord and Slack's Socket Mode do without the web: there, a port that cannot be had is only a warning. */
async function openWeb(web: Hono, config: Config, log: Log): Promise<WebServer[]> {
  const needed = config.playground || (config.slack !== undefined && 'signingSecret' in config.slack);
  try {
    const server = await serveWeb(web, config.host, config.port);
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
  return serveWeb(web, host, metricsPort);
}

/** One platform that fails does not keep the others from starting. */
async function startAll(
  adapters: ReadonlyMap<PlatformName, Adapter>,
  running: Map<PlatformName, Adapter>,
  log: Log,
  say: (line: string) => void,
): Promise<void> {
  await Promise.all(
    [...adapters].map(async ([name, adapter]) => {
      try {
        const lines = await adapter.start();
        running.set(name, adapter);
        lines.forEach(say);
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        log.error({ platform: name }, error.message);
      }
    }),
  );
}
