import type { Hono } from 'hono';
import type { Post } from '../../../src/adapters/playground/board.ts';

interface Streamed {
  event: string;
  data: unknown;
}

/** What a page hears, event after event, from a stream of server-sent events. */
export async function* hear(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Streamed, void> {
  if (!body) throw new TypeError('There is no stream.');
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const whole = rest.split('\n\n');
    rest = whole.pop() ?? '';
    for (const one of whole) yield read(one);
  }
}

function read(written: string): Streamed {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(written)?.[1] ?? '';
  return { event: field('event'), data: JSON.parse(field('data')) };
}

/** Opens a playground's stream. */
export async function openStream(web: Hono) {
  const response = await web.request('/playground/stream');
  return { response, heard: hear(response.body) };
}

/** All that a page sees standing when it is opened now. */
export async function standingIn(web: Hono): Promise<Post[]> {
  const { heard } = await openStream(web);
  const first = await heard.next();
  await heard.return();
  return first.value?.data as Post[];
}
