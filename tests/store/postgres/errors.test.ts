import { Buffer } from 'node:buffer';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { StoreError, UserError } from '../../../src/chat/errors.ts';
import { explain } from '../../../src/store/postgres/errors.ts';

test('a host whose addresses all refuse is said by the first of them', async () => {
  const refusal = await new Promise((resolve) => connect(1, '127.0.0.1').once('error', resolve));
  const both = explain(new AggregateError([refusal, refusal]));
  expect(both).toBeInstanceOf(StoreError);
  expect(String(both)).toContain('PostgreSQL cannot be reached: connect ECONNREFUSED 127.0.0.1:1.');
});

test('what is not of the database stays what it is', () => {
  const errors = [
    new UserError('No.'),
    new StoreError('Closed.'),
    new TypeError('a bug'),
    'thrown',
    thrown(),
  ];
  for (const error of errors) expect(explain(error)).toBe(error);
});

/** A mistake of a program as Node reports it: with a code of its own. */
function thrown(): unknown {
  try {
    return Buffer.alloc(-1);
  } catch (error) {
    return error;
  }
}
