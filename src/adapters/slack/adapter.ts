import { App, HTTPReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Hono } from 'hono';
import type { Adapter, AdapterDeps } from '../../chat/chat.ts';
import { type After, after as realAfter, within } from './after.ts';
import { boltLog } from './bolt-log.ts';
import { listenForDeparture } from './departure.ts';
import { checkKind, codeOf, platformError } from './errors.ts';
import { type Identity, identify } from './identity.ts';
import { listen } from './listen.ts';
import { slackPort } from './port.ts';
import { createFromManifestLink, manifest, tellNewCommands } from './publish.ts';
import { createReplies } from './replies.ts';
import { keepConnected, type Socket } from './socket.ts';
import { mount, requestPath } from './web.ts';

/** The tokens of one installed app. With an app-level token Slack is reached over Socket Mode, else it sends HTTP requests. */
export type SlackSettings = {
  botToken: string;
  /** Base of the Web API, for GovSlack, proxies and tests. */
  apiUrl?: string;
} & ({ appToken: string } | { signingSecret: string });

export interface SlackDeps extends AdapterDeps {
  /** True the first time it sees an id: Slack delivers an event again when it is unsure. */
  once(id: string): boolean;
  /** True for the first who takes an id, of all processes that Slack may deliver the same event to. */
  take(id: string): Promise<boolean>;
  /** Told that a workspace has removed the app. */
  departed(team: string): void;
  /** Where Slack's requests arrive when there is no app-level token. */
  web: Hono;
  after?: After;
  /** Milliseconds since 1970, for what Slack sends without a timestamp. */
  now?: () => number;
}

/** Milliseconds that replies under way may take when the program stops. */
const LAST_WORDS = 3000;

/** Bytes of a request, which are read before its signature is known: four times the largest view that Slack takes. */
const LARGEST_BODY = 1_000_000;

/** Milliseconds for one call of the Web API. */
const CALL = 10_000;

const say = {
  http: `Slack: requests are taken at ${requestPath}. For an app whose manifest names this server's public address, open the link that \`npm run -s publish:slack -- --link --url https://your.host\` prints.`,
  socket: (link: string) => `Slack: to create the app in another workspace, from its manifest, open ${link}`,
};

/** Slack, over Socket Mode or HTTP. HTTP is mounted at once, since a web server takes no routes once it serves. */
export function slackAdapter(settings: SlackSettings, deps: SlackDeps): Adapter {
  const { chat, log, lost, limited, web, after = realAfter, now = Date.now } = deps;
  const logger = boltLog(log);
  const clientOptions: webApi.WebClientOptions = {
    logger,
    timeout: CALL,
    // Sending again after a cut connection may post twice; whoever needs a retry knows what it repeats.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // What is to be sent waits in one place, which is not here.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    ...(settings.apiUrl !== undefined && { slackApiUrl: settings.apiUrl }),
  };
  const client = new webApi.WebClient(settings.botToken, clientOptions);
  client.on(webApi.WebClientEvent.RATE_LIMITED, limited);
  let receiver: SocketModeReceiver | HTTPReceiver | undefined;
  let socket: Socket | undefined;
  let open = false;
  /** Says so once, and takes nothing more. */
  const lose = (error: Error) => {
    if (!open) return;
    open = false;
    void socket?.stop();
    lost(error);
  };
  let identity: Identity | undefined;
  const self = (): Identity => {
    if (!identity) throw new Error('Slack is not connected yet.');
    return identity;
  };
  const port = slackPort({ client, after, now, self, lost: lose });
  const replies = createReplies({
    chat,
    log,
    lost: lose,
    limited,
    client,
    after,
    once: deps.once,
    take: deps.take,
    now,
  });

  /** One that has failed to connect cannot be used again. */
  const newReceiver = () =>
    'appToken' in settings
      ? new SocketModeReceiver({
          appToken: settings.appToken,
          autoReconnectEnabled: false,
          logger,
          installerOptions: { clientOptions },
          // Bolt's own prints what came in, and throws where that cannot be printed.
          processEventErrorHandler: async ({ error }) => {
            log.warn({ platform: 'slack', code: codeOf(error) }, 'Something from Slack could not be taken.');
            return false;
          },
        })
      : new HTTPReceiver({ signingSecret: settings.signingSecret, logger, bodyLimit: LARGEST_BODY });
  if (!('appToken' in settings))
    mount(web, () => (open && receiver instanceof HTTPReceiver ? receiver : undefined));

  return {
    port,
    async start() {
      checkKind('SLACK_BOT_TOKEN', settings.botToken);
      if ('appToken' in settings) checkKind('SLACK_APP_TOKEN', settings.appToken);
      const since = now();
      identity = await identify(client).catch((error: unknown) => {
        throw platformError(error, 'SLACK_BOT_TOKEN');
      });
      const { botId, userId, team, lines } = identity;
      receiver = newReceiver();
      const app = new App({
        receiver,
        logger,
        clientOptions,
        convoStore: false,
        authorize: async () => ({
          botToken: settings.botToken,
          botId,
          botUserId: userId,
        }),
      });
      app.error(async (error) => {
        log.error({ platform: 'slack', code: codeOf(error) }, 'An event from Slack could not be taken.');
      });
      listen(app, replies, userId);
      listenForDeparture(app, { team, since, departed: deps.departed, lost: lose });
      socket =
        receiver instanceof SocketModeReceiver
          ? keepConnected(receiver.client, { ...deps, after, lost: lose })
          : undefined;
      await socket?.start();
      open = true;
      tellNewCommands(chat, log);
      const link = createFromManifestLink(manifest(chat.commands(), { mode: 'socket' }));
      return [...lines, socket ? say.socket(link) : say.http];
    },
    async stop() {
      open = false;
      await socket?.stop();
      await within(LAST_WORDS, replies.settled(), after);
    },
  };
}
