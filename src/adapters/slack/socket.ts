import type { SocketModeReceiver } from '@slack/bolt';
import type { AdapterDeps } from '../../chat/chat.ts';
import { OutageError, PlatformError } from '../../chat/errors.ts';
import { type After, within } from './after.ts';
import { codeOf, platformError } from './errors.ts';

type Client = SocketModeReceiver['client'];

export interface SocketDeps extends Pick<AdapterDeps, 'lost' | 'connection' | 'log'> {
  after: After;
}

export interface Socket {
  /** @throws PlatformError when Slack refuses, OutageError when it cannot be reached */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds to wait before each try to connect again; the last holds for all that follow. */
const PAUSES = [0, 1000, 2000, 5000, 10_000, 30_000];

/** Milliseconds for Slack's greeting, and for its goodbye. */
const GREETING = 15_000;
const GOODBYE = 1000;

const say = {
  silent: 'Slack did not greet the Socket Mode connection within 15 seconds: check the network.',
  off: 'Socket Mode has been switched off for this app: switch it on at https://api.slack.com/apps, or use SLACK_SIGNING_SECRET.',
};

/**
 * Keeps a Socket Mode connection up. The client's own reconnection must be off: it waits 5 seconds before its first try, and a
 * token that is revoked meanwhile ends the process by an unhandled rejection.
 */
export function keepConnected(client: Client, { after, lost, connection, log }: SocketDeps): Socket {
  let state: 'idle' | 'connecting' | 'connected' | 'over' = 'idle';
  let switchedOff = false;
  const stopped = new AbortController();

  const giveUp = (error: PlatformError) => {
    if (state !== 'over') lost(error);
    state = 'over';
  };

  const connect = async () => {
    state = 'connecting';
    const greeted = client.start().then(() => true);
    if (await within(GREETING, greeted, after)) return;
    await disconnect(client, after);
    throw new OutageError(say.silent);
  };

  const reconnect = async () => {
    for (let tries = 0; ; tries += 1) {
      await after(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0, stopped.signal).catch(() => undefined);
      if (state === 'over') return;
      try {
        await connect();
        connection('back');
        return connected();
      } catch (error) {
        const reason = platformError(error, 'SLACK_APP_TOKEN');
        if (!(reason instanceof OutageError)) return giveUp(reason);
      }
    }
  };

  /** The program may have stopped while the connection was being made. */
  const connected = async () => {
    if (state === 'over') await disconnect(client, after);
    else state = 'connected';
  };

  // What the client cannot make sense of makes it throw where nobody can catch it, unless it is asked by us.
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      for (const read of readers) await read(...frame);
    } catch (error) {
      log.warn({ platform: 'slack', code: codeOf(error) }, 'Something from Slack could not be taken.');
    }
  });

  client.on('ws_message', (data: unknown) => {
    const goodbye = goodbyeReason(String(data));
    if (goodbye === undefined) return;
    switchedOff = goodbye === 'link_disabled';
    // The client has said goodbye by now, and would wait for Slack, which leaves the connection open, for 5 seconds.
    void client.disconnect();
  });
  client.on('disconnected', () => {
    if (state !== 'connected') return;
    state = 'connecting';
    connection('cut');
    if (switchedOff) giveUp(new PlatformError(say.off));
    else void reconnect();
  });

  return {
    async start() {
      try {
        await connect();
      } catch (error) {
        state = 'over';
        throw platformError(error, 'SLACK_APP_TOKEN');
      }
      await connected();
    },
    async stop() {
      state = 'over';
      stopped.abort();
      await disconnect(client, after);
    },
  };
}

/** Why Slack ends a connection; undefined for any other message. https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
function goodbyeReason(raw: string): string | undefined {
  if (!raw.includes('"disconnect"')) return undefined;
  try {
    const { type, reason }: { type?: unknown; reason?: unknown } = JSON.parse(raw) ?? {};
    return type === 'disconnect' ? String(reason) : undefined;
  } catch {
    return undefined; // no JSON: the client leaves it alone too
  }
}

/** A second goodbye does not wait for Slack's. */
async function disconnect(client: Client, after: After): Promise<void> {
  const closed = client.disconnect().then(() => true);
  if (await within(GOODBYE, closed, after)) return;
  await client.disconnect();
}
