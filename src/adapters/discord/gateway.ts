import { type Client, Events, RESTEvents, Status } from 'discord.js';
import type { AdapterDeps } from '../../chat/chat.ts';
import { OutageError, PlatformError } from '../../chat/errors.ts';
import { closeRefusal, refusal } from './refusals.ts';

/** Milliseconds for the next shard to connect: Discord may let in no more than one in five seconds. */
const CONNECT_WITHIN = 15_000;

/**
 * Connects all shards of a client.
 *
 * @throws OutageError when Discord cannot be reached, or no further shard has connected within 15 s
 * @throws PlatformError when Discord refuses
 */
export async function connect(
  client: Client,
  token: string,
  after: (ms: number) => Promise<void>,
): Promise<Client<true>> {
  const closed = Promise.withResolvers<never>();
  closed.promise.catch(() => {}); // it may come when nobody waits for it any more
  const onClose = ({ code }: { code: number }) => {
    const reason = closeRefusal(code, token);
    if (reason) closed.reject(reason);
  };
  client.on(Events.ShardDisconnect, onClose);
  const ready = new Promise<void>((done) => client.once(Events.ClientReady, () => done()));
  const login = client.login(token).then(() => ready);
  try {
    await Promise.race([login, closed.promise, outOfPatience(client, after)]);
    if (!client.isReady()) throw new OutageError('Discord closed the connection while it was being opened.');
    return client;
  } catch (error) {
    await client.destroy();
    throw error instanceof PlatformError ? error : refusal(error, token);
  } finally {
    client.off(Events.ShardDisconnect, onClose);
  }
}

async function outOfPatience(client: Client, after: (ms: number) => Promise<void>): Promise<never> {
  for (let connected = -1; ; ) {
    const now = client.ws.shards.filter(({ status }) => status === Status.Ready).size;
    if (now === connected) break;
    connected = now;
    await after(CONNECT_WITHIN);
  }
  throw new OutageError(
    `Discord's gateway did not let us in within ${CONNECT_WITHIN / 1000} seconds: check the network, and https://discordstatus.com.`,
  );
}

/** Tells what becomes of the connection of a client. discord.js connects again for ever, unless Discord says that it need not try. */
export function watch(
  client: Client<true>,
  token: string,
  { log, lost, connection, limited }: AdapterDeps,
): void {
  let cut = false;
  const gone = () => {
    if (!cut) connection('cut');
    cut = true;
  };
  const back = () => {
    if (!cut || client.ws.shards.some(({ status }) => status !== Status.Ready)) return;
    cut = false;
    connection('back');
  };
  client.on(Events.ShardReconnecting, gone);
  client.on(Events.ShardReady, back);
  client.on(Events.ShardResume, back);
  client.on(Events.ShardDisconnect, ({ code }) => {
    const reason = closeRefusal(code, token);
    gone();
    if (reason) lost(reason);
  });
  client.on(Events.ShardError, ({ name }) => {
    // Each try to connect again may fail in its own way: that it is cut has been told.
    if (!cut) log.warn({ platform: 'discord', reason: name }, 'Something from Discord could not be taken.');
  });
  client.rest.on(RESTEvents.Response, (_, { status }) => {
    if (status === 429) limited();
  });
}
