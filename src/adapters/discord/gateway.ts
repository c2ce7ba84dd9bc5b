import { type Client, Events, Status } from 'discord.js';
import { PlatformError } from '../../chat/errors.ts';
import { closeRefusal, refusal } from './refusals.ts';

/** Milliseconds for the next shard to connect: Discord may let in no more than one in five seconds. */
const CONNECT_WITHIN = 15_000;

/**
 * Connects all shards of a client.
 *
 * @throws PlatformError when Discord refuses, or no further shard has connected within 15 s
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
    if (!client.isReady())
      throw new PlatformError('Discord closed the connection while it was being opened.');
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
  throw new PlatformError(
    `Discord's gateway did not let us in within ${CONNECT_WITHIN / 1000} seconds: check the network, and https://discordstatus.com.`,
  );
}
