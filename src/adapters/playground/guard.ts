import type { MiddlewareHandler } from 'hono';

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Lets in only requests that a page of this machine sends to itself. A foreign name that resolves to this machine (DNS rebinding)
 * is refused by its Host, a foreign page by its Origin. The port is not compared with the one listened on: an SSH tunnel may
 * begin at another one, and Origin and Host must agree on it anyway.
 */
export const ownPageOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!loopback.test(host))
    return c.text('The playground answers only at localhost, 127.0.0.1 or [::1]. Open it there.', 403);
  const origin = c.req.header('origin');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    return c.text('The playground takes requests only from its own page.', 403);
  return next();
};

/** JSON alone: a form of another site can send no such type without being asked for permission first. */
export const jsonOnly: MiddlewareHandler = async (c, next) => {
  if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
    return c.text('The playground takes application/json alone.', 415);
  return next();
};
