import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Adapter, AdapterDeps } from '../../chat/chat.ts';
import { UserError } from '../../chat/errors.ts';
import type { Event } from '../../chat/event.ts';
import { answer } from './answer.ts';
import { type BoardDeps, openBoard } from './board.ts';
import { catalogue } from './catalogue.ts';
import { readEvent } from './event.ts';
import { jsonOnly, ownPageOnly } from './guard.ts';
import { boardPort } from './port.ts';
import { openStreams } from './stream.ts';

export interface PlaygroundDeps extends Pick<AdapterDeps, 'chat'>, BoardDeps {}

/** Bytes of a posted event: room for the longest message a chat takes, and no more. */
const LARGEST_EVENT = 64 * 1024;

/** Whoever types: the page is one person's, who plays all its members. */
const typist = { platform: 'playground', member: 'page' } as const;

const page = fileURLToPath(new URL('./page', import.meta.url));

/** Everything comes from this server, nothing is inline, nobody may frame it. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

/**
 * Puts the playground onto a web server: the page at `/` and what it needs under `/playground`. What is posted through the port stands on
 * the server; of replies it keeps nothing: the page holds them and shows each member what that member may see. Must be called before
 * `web` serves its first request, and stopped before that server is closed, which waits for open streams.
 */
export function playground(web: Hono, { chat, ...deps }: PlaygroundDeps): Adapter {
  const { previews, now, randomId } = deps;
  const board = openBoard(deps);
  const streams = openStreams(board);
  for (const path of ['/', '/playground/*']) web.use(path, headers, ownPageOnly);

  web.get('/playground/commands', (c) => c.json(catalogue(chat.commands())));

  web.get('/playground/suggest', (c) => {
    const { command = '', option = '', typed = '' } = c.req.query();
    return c.json(chat.suggest(command, option, typed, typist));
  });

  const size = bodyLimit({
    maxSize: LARGEST_EVENT,
    onError: (c) => c.text('That is too long: the playground takes 64 kB at once.', 413),
  });
  web.post('/playground/events', jsonOnly, size, async (c) => {
    const answered = chat.arrived();
    let event: Event;
    try {
      event = readEvent(JSON.parse(await c.req.text()), randomId(), now());
    } catch (error) {
      if (error instanceof UserError) return c.text(error.message, 400);
      if (error instanceof SyntaxError) return c.text('The playground cannot read this event: no JSON.', 400);
      throw error;
    }
    const reply = await answer(chat.handle(event), previews);
    answered(event);
    return c.json(reply);
  });

  web.get('/playground/stream', (c) =>
    c.body(streams.open(), 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }),
  );

  const files = serveStatic({
    root: page,
    rewriteRequestPath: (path) => path.replace('/playground', ''),
    onFound: (_path, c) => c.header('Cache-Control', 'no-cache'),
  });
  web.get('/', files);
  web.get('/playground/*', files);

  return {
    port: boardPort(board),
    start: async () => [],
    stop: async () => streams.close(),
  };
}
