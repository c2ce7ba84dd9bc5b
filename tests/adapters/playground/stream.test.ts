import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { text } from '../../../src/chat/markup.ts';
import { serveWeb } from '../../../src/web.ts';
import { openRoom } from './room.ts';
import { hear, openStream } from './streamed.ts';

const posting = (words: string) => ({
  place: 'study',
  message: [{ kind: 'text' as const, text: text(words) }],
  key: words,
});

describe('a page that listens', () => {
  test('gets what stands, then every post and edit in order', async () => {
    const { web, port } = openRoom();
    await port.post(posting('before'));
    const { response, heard } = await openStream(web);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const { id } = await port.post(posting('after'));
    await port.edit('study', id, posting('edited').message);
    expect((await heard.next()).value).toMatchObject({
      event: 'standing',
      data: [{ html: '<p>before</p>' }],
    });
    expect((await heard.next()).value).toMatchObject({ event: 'post', data: { id, html: '<p>after</p>' } });
    expect((await heard.next()).value).toMatchObject({ event: 'edit', data: { id, html: '<p>edited</p>' } });
  });

  test('is let go when it falls behind, and catches up when it comes back', async () => {
    const { web, port } = openRoom();
    const { heard } = await openStream(web);
    for (let at = 1; at <= 150; at++) await port.post(posting(`post ${at}`));
    const got = await Array.fromAsync(heard);
    expect(got.length).toBeLessThan(150);
    const back = await openStream(web);
    expect((await back.heard.next()).value?.data).toHaveLength(150);
  });

  test('is forgotten when it leaves', async () => {
    const { web, port } = openRoom();
    const { heard } = await openStream(web);
    await heard.next();
    await heard.return();
    await expect(port.post(posting('to nobody'))).resolves.toMatchObject({ id: 'id-1' });
  });

  test('over a socket too; stopping ends its stream, so that the server can close at once', async () => {
    const { web, port, stop } = openRoom();
    const server = await serveWeb(web, '127.0.0.1', 0);
    const { body } = await fetch(`${server.address}/playground/stream`);
    const heard = hear(body);
    expect((await heard.next()).value).toEqual({ event: 'standing', data: [] });
    await port.post(posting('news'));
    expect((await heard.next()).value).toMatchObject({ event: 'post' });
    await stop();
    await server.close();
    expect(await heard.next()).toEqual({ done: true, value: undefined });
  });

  test('after the end gets what stands and nothing more', async () => {
    const { web, stop } = openRoom();
    await stop();
    const { heard } = await openStream(web);
    expect(await Array.fromAsync(heard)).toEqual([{ event: 'standing', data: [] }]);
  });
});

describe('when nothing happens', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('there is a beat every 15 seconds, until the page leaves', async () => {
    const { heard } = await openStream(openRoom().web);
    await heard.next();
    vi.advanceTimersByTime(30_000);
    expect((await heard.next()).value?.event).toBe('beat');
    expect((await heard.next()).value?.event).toBe('beat');
    await heard.return();
    expect(vi.getTimerCount()).toBe(0);
  });
});
