import { Writable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { openLog } from '../src/log.ts';

async function logged(
  write: (log: Awaited<ReturnType<typeof openLog>>) => void,
  format: 'json' | 'pretty',
): Promise<string> {
  const lines: string[] = [];
  const stdout = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
  const log = await openLog(readConfig({ DISCORD_TOKEN: 'tok.en', LOG_FORMAT: format }, true), stdout);
  write(log);
  await vi.waitFor(() => expect(lines).not.toEqual([]), 10_000);
  return lines.join('');
}

test.each(['json', 'pretty'] as const)('a secret is blotted out wherever it stands (%s)', async (format) => {
  const line = await logged(
    (log) => log.error({ url: 'https://x/tok.en/y', err: new Error('refused tok.en') }, 'no tok.en'),
    format,
  );
  expect(line).not.toContain('tok.en');
  expect(line).toContain('[secret]');
});

test('of an error only what went wrong is logged, not the request that it carries', async () => {
  const error = Object.assign(new TypeError('Unknown interaction'), {
    requestBody: { content: 'private words' },
  });
  const line = await logged((log) => log.error({ err: error }, 'An answer could not be sent.'), 'json');
  expect(JSON.parse(line)).toMatchObject({ err: { name: 'TypeError', message: 'Unknown interaction' } });
  expect(line).not.toContain('private words');
});
