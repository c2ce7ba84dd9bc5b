import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { type SlackSettings, slackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { After } from '../../../src/adapters/slack/after.ts';
import type { Command } from '../../../src/chat/command.ts';
import type { Event } from '../../../src/chat/event.ts';
import type { Port } from '../../../src/chat/port.ts';
import { createRouter } from '../../../src/chat/router.ts';
import { rememberIds } from '../../../src/runtime/once.ts';
import { type FakeSlack, type SlackOptions, startSlack } from '../../servers/slack.ts';
import { testCommands } from './commands.ts';

export interface BotOptions extends Omit<SlackOptions, 'requestUrl'> {
  mode?: 'socket' | 'http';
  after?: After;
  settings?: Partial<{ botToken: string; appToken: string; apiUrl: string }>;
  /** Whether this process is the first who takes the id of an event. */
  take?: (id: string) => Promise<boolean>;
}

export interface Bot {
  slack: FakeSlack;
  port: Port;
  /** What `start` said. */
  lines: readonly string[];
  /** Every event that reached the chat. */
  events: Event[];
  log: string[];
  /** Resolves when the adapter says that Slack is lost. */
  lost: Promise<Error>;
  /** Those of which Slack has the first answer. */
  taken: Event[];
  /** The workspaces that have removed the app, as the adapter says. */
  departed: string[];
  /** How often Slack has asked to wait, as the adapter says. */
  limited(): number;
  /** What became of the connection. */
  connection: ('cut' | 'back')[];
  /** Puts other commands in the place of those there were. */
  learn(commands: readonly Command[]): void;
  /** Where Slack's requests arrive in HTTP mode. */
  requestUrl: string;
  stop(): Promise<void>;
}

/** The real adapter, with a few commands, connected to a Slack of its own. */
export async function startBot({
  mode = 'socket',
  after,
  settings,
  take = async () => true,
  ...options
}: BotOptions = {}): Promise<Bot> {
  const web = new Hono();
  const server = createAdaptorServer(web);
  let requestUrl = '';
  const slack = await startSlack({ ...options, ...(mode === 'http' && { requestUrl: () => requestUrl }) });
  const log: string[] = [];
  const note = (_: object, sentence: string) => log.push(sentence);
  const events: Event[] = [];
  const listeners: (() => void)[] = [];
  let commands: readonly Command[] = testCommands;
  const router = createRouter(() => commands);
  const lost = Promise.withResolvers<Error>();
  const connection: Bot['connection'] = [];
  const taken: Event[] = [];
  const departed: string[] = [];
  let limited = 0;
  const tokens: SlackSettings =
    mode === 'socket'
      ? { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl, ...settings }
      : { botToken: slack.botToken, signingSecret: slack.signingSecret, apiUrl: slack.apiUrl, ...settings };
  const adapter = slackAdapter(tokens, {
    chat: {
      commands: () => commands,
      suggest: router.suggest,
      onChange: (listener) => listeners.push(listener),
      arrived: () => (event) => taken.push(event),
      handle(event) {
        events.push(event);
        return router.handle(event);
      },
    },
    log: { info: note, warn: note, error: note },
    lost: lost.resolve,
    connection: (is) => connection.push(is),
    limited: () => {
      limited += 1;
    },
    departed: (team) => departed.push(team),
    once: rememberIds(Date.now),
    take,
    web,
    ...(after && { after }),
    ...(options.now && { now: options.now }),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  requestUrl = `http://127.0.0.1:${port}/slack/events`;

  const stop = async () => {
    await adapter.stop();
    await slack.close();
    await new Promise((resolve) => server.close(resolve));
  };
  try {
    const lines = await adapter.start();
    const learn = (others: readonly Command[]) => {
      commands = others;
      for (const listener of listeners) listener();
    };
    return {
      slack,
      port: adapter.port,
      lines,
      events,
      log,
      lost: lost.promise,
      taken,
      departed,
      limited: () => limited,
      connection,
      learn,
      requestUrl,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
