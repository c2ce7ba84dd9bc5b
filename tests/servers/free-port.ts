import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give by themselves to whoever asks for any: https://www.rfc-editor.org/rfc/rfc6056#section-3.2 */
const [FIRST, END] = [10_000, 30_000];

/** A port that nobody listens on just now, and that no connection is given meanwhile. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, END);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
