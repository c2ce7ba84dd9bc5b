import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { look } from './commands.ts';
import { openRoom } from './room.ts';

const event = JSON.stringify({
  member: { id: 'ana', name: 'Ana' },
  place: { id: 'study', direct: false },
  input: { kind: 'line', command: 'look', text: 'shield' },
});

const every = [
  '/',
  '/playground/main.js',
  '/playground/commands',
  '/playground/suggest',
  '/playground/stream',
  '/playground/nothing',
];

describe('who may ask', () => {
  test.each(['localhost', 'localhost:8080', '127.0.0.1:9', '[::1]:8080', 'LOCALHOST:80'])(
    'a page at %s',
    async (host) => {
      const { web, post } = openRoom(look);
      expect((await web.request('/', { headers: { host } })).status).toBe(200);
      expect((await post(event, { host, origin: `http://${host.toLowerCase()}` })).status).toBe(200);
    },
  );

  test.each([
    'evil.example',
    'evil.example:8080',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'localhost:8080@evil.example',
    '192.168.1.4:8080',
    '0.0.0.0:8080',
    '',
  ])('no page at "%s"', async (host) => {
    const { web, post, heard } = openRoom(look);
    for (const path of every) {
      const response = await web.request(path, { headers: { host } });
      expect([path, response.status]).toEqual([path, 403]);
      expect(await response.text()).toMatch(/^The playground answers only at [^.]*127[^<]*\.$/);
    }
    expect((await post(event, { host })).status).toBe(403);
    expect(heard).toEqual([]);
  });

  test.each(['http://evil.example', 'https://localhost', 'http://localhost:3000', 'null', ''])(
    'no page from "%s"',
    async (origin) => {
      const { post, heard } = openRoom(look);
      const response = await post(event, { host: 'localhost:8080', origin });
      expect([response.status, await response.text()]).toEqual([
        403,
        'The playground takes requests only from its own page.',
      ]);
      expect(heard).toEqual([]);
    },
  );

  test('other paths of the same server are none of its business', async () => {
    const { web } = openRoom(look);
    const response = await web.request('/slack/events', { headers: { host: 'bot.example' } });
    expect(response.status).toBe(404);
  });
});

describe('what may be asked', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'nothing as "%s"',
    async (type) => expect((await openRoom(look).post(event, { 'content-type': type })).status).toBe(415),
  );

  test('64 kB and no more, whatever the length is said to be', async () => {
    const { post, web, heard } = openRoom(look);
    const long = event.replace('shield', 'x'.repeat(64 * 1024));
    expect((await post(long)).status).toBe(413);
    const streamed = await web.request('/playground/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([long]).stream(),
      duplex: 'half',
    });
    expect(streamed.status).toBe(413);
    expect(heard).toEqual([]);
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '7'],
    ['no member', event.replace('member', 'who')],
    ['a nameless member', event.replace('"Ana"', '""')],
    ['an endless name', event.replace('Ana', 'A'.repeat(81))],
    ['an unknown kind', event.replace('line', 'shout')],
    ['something more', event.replace('"kind"', '"admin":true,"kind"')],
    ['text that is no text', event.replace('"shield"', '["shield"]')],
  ])('not %s', async (_, body) => {
    const { post, heard } = openRoom(look);
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^The playground cannot read this event: /);
    expect(heard).toEqual([]);
  });

  test('any JSON is answered or refused', async () => {
    const { post } = openRoom(look);
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        expect([200, 400]).toContain((await post(body)).status);
      }),
    );
  });

  test('any text is answered', async () => {
    const { does } = openRoom(look);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        expect((await does({ kind: 'line', command: 'look', text })).kind).toBe('message');
      }),
    );
  });
});

describe('the page', () => {
  const folder = new URL('../../../src/adapters/playground/page/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file !== 'tsconfig.json');

  test.each(['/', ...files.map((file) => `/playground/${file}`)])('%s is served, safely', async (path) => {
    const { status, headers } = await openRoom().web.request(path);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toMatch(/^(text\/(html|css|javascript)|image\/svg\+xml)/);
  });

  test.each(files)('%s is on its own: nothing inline, nothing from elsewhere', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8').replace('http://www.w3.org/2000/svg', '');
    expect(source).not.toMatch(/https?:\/\/|@import|<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  });

  test.each(['/playground/../adapter.ts', '/playground/%2e%2e/adapter.ts', '/playground/..%2fadapter.ts'])(
    '%s is no way out of its folder',
    async (path) => expect((await openRoom().web.request(path)).status).toBe(404),
  );
});
