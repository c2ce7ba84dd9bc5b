import { Hono } from 'hono';
import { playground } from '../../../src/adapters/playground/adapter.ts';
import type { Answer } from '../../../src/adapters/playground/answer.ts';
import type { Posted } from '../../../src/adapters/playground/event.ts';
import type { Command } from '../../../src/chat/command.ts';
import type { Event } from '../../../src/chat/event.ts';
import { createRouter } from '../../../src/chat/router.ts';

const ana = { id: 'ana', name: 'Ana' };
const study = { id: 'study', direct: false };

/** A playground without a socket: its web server, its port, what its chat heard, and Ana in #study. */
export function openRoom(...commands: readonly Command[]) {
  const router = createRouter(() => commands);
  const heard: Event[] = [];
  const chat = {
    ...router,
    commands: () => commands,
    onChange() {},
    arrived: () => () => {},
    handle(event: Event) {
      heard.push(event);
      return router.handle(event);
    },
  };
  const web = new Hono();
  let ids = 0;
  const { port, stop } = playground(web, {
    chat,
    previews: { discord: (message) => ({ discord: message.length }), slack: () => ['slack'] },
    now: () => 1_800_000_000_000,
    randomId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });

  const post = (body: string, headers: Record<string, string> = {}) =>
    web.request('/playground/events', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  /** What the page gets when Ana does this in #study. */
  const does = async (input: Posted['input']): Promise<Answer> => {
    const response = await post(JSON.stringify({ member: ana, place: study, input }));
    return JSON.parse(await response.text());
  };
  return { web, heard, post, does, port, stop };
}
