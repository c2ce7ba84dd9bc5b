import { IncomingMessage, ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HTTPReceiver } from '@slack/bolt';
import type { Hono } from 'hono';

/** Where Slack's requests arrive: events, commands and clicks alike. */
export const requestPath = '/slack/events';

/**
 * Puts Bolt's own receiver onto the web server that is there: it checks the signature and refuses stale timestamps. Must be called
 * before the server takes its first request.
 *
 * @param receiver who takes events just now; while nobody does, Slack is asked to come again later
 */
export function mount(web: Hono, receiver: () => HTTPReceiver | undefined): void {
  web.post(requestPath, (c) => {
    // Bolt has one spelling of the path, and throws at others.
    if (new URL(c.req.url).pathname !== requestPath) return c.notFound();
    const taking = receiver();
    if (!taking) return c.text('Not yet.', 503);
    const { env }: { env: unknown } = c;
    if (!hasSocket(env)) return c.text('This path needs a socket.', 500);
    taking.requestListener(env.incoming, env.outgoing);
    return RESPONSE_ALREADY_SENT;
  });
}

/** What @hono/node-server gives with every request. */
function hasSocket(env: unknown): env is { incoming: IncomingMessage; outgoing: ServerResponse } {
  return (
    typeof env === 'object' &&
    env !== null &&
    'incoming' in env &&
    env.incoming instanceof IncomingMessage &&
    'outgoing' in env &&
    env.outgoing instanceof ServerResponse
  );
}
