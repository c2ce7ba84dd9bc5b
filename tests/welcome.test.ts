import { expect, test } from 'vitest';
import { welcome } from '../src/welcome.ts';

test('says where the playground is, and how to reach it from another machine where this one has no display', () => {
  const remote = welcome('http://127.0.0.1:8080', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22', USER: 'ana' });
  expect(remote[0]).toBe('Playground: http://localhost:8080');
  expect(remote[1]).toMatch(/ssh -L 8080:127\.0\.0\.1:8080 ana@\S+ /);
});

test('says no more than that at a desk', () => {
  expect(welcome('http://127.0.0.1:9000', { DISPLAY: ':0' })).toEqual([
    'Playground: http://localhost:9000',
    'To bring it to Discord or Slack, see README.md.',
  ]);
});

test('nor in a container, whose name leads nobody to it', () => {
  expect(welcome('http://0.0.0.0:8080', {})).toEqual([
    'Playground: http://localhost:8080',
    'To bring it to Discord or Slack, see README.md.',
  ]);
});
