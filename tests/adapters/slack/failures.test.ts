import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { sendError } from '../../../src/adapters/slack/failures.ts';
import { SendError } from '../../../src/chat/port.ts';

const network = (cause: Error) => new webApi.WebAPIRequestError(new TypeError('fetch failed', { cause }));
const system = (code: string) => Object.assign(new Error('secret'), { code });
const http = (status: number) => new webApi.WebAPIHTTPError(status, 'secret', {}, '<html>secret</html>');

test.each([
  [
    'a call that took too long',
    new webApi.WebAPIRequestError(new DOMException('secret', 'TimeoutError')),
    { kind: 'unknown' },
    'TimeoutError',
  ],
  ['a connection that was cut', network(system('ECONNRESET')), { kind: 'unknown' }, 'ECONNRESET'],
  [
    'no connection at all',
    network(system('EAI_AGAIN')),
    { kind: 'later', after: 5000, everywhere: true },
    'EAI_AGAIN',
  ],
  ['a gateway that failed', http(502), { kind: 'unknown' }, 'http_502'],
  ['a proxy that forbids it', http(403), { kind: 'refused' }, 'http_403'],
  [
    'a page in the place of an answer',
    new webApi.WebAPIPlatformError({ ok: false, error: '<html>secret</html>', response_metadata: {} }),
    { kind: 'unknown' },
    'unreadable_answer',
  ],
  ['something else', new TypeError('terminated'), { kind: 'unknown' }, 'TypeError'],
])('%s', (_, error, failure, code) => {
  const said = sendError(error);
  expect(said).toBeInstanceOf(SendError);
  expect(said.failure).toEqual(failure);
  expect(said.message).toBe(`Slack: ${code}`);
});

test('what is known already stays as it is', () => {
  const known = new SendError({ kind: 'refused' }, 'The message is empty.');
  expect(sendError(known)).toBe(known);
});
