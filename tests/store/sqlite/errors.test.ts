import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { StoreError } from '../../../src/chat/errors.ts';
import { explain } from '../../../src/store/sqlite/errors.ts';

/** What SQLite itself throws for a statement. */
function thrownBy(statement: string, prepare = ''): unknown {
  const database = new DatabaseSync(':memory:');
  database.exec(`create table t (a unique); insert into t values (1); ${prepare}`);
  try {
    database.exec(statement);
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
  return undefined;
}

test.each([
  [
    'delete from t',
    'pragma query_only = on',
    /^The database x\.db cannot be written: .* Set DATA_DIR to a folder that can be written\.$/,
  ],
  [
    'insert into t values (zeroblob(100000))',
    'pragma max_page_count = 5',
    /^The disk is full: the database x\.db cannot be written\. Make room on it\.$/,
  ],
  ['insert into t values (1)', '', /^The database x\.db refuses: UNIQUE constraint failed: t\.a\.$/],
])('%s', (statement, prepare, sentence) => {
  const explained = explain(thrownBy(statement, prepare), 'x.db');
  expect(explained).toBeInstanceOf(StoreError);
  expect(String(explained)).toMatch(new RegExp(sentence.source.replace('^', '^StoreError: ')));
});

test('what is not of the database stays what it is', () => {
  const bug = new TypeError('a bug');
  expect(explain(bug, 'x.db')).toBe(bug);
  expect(explain('thrown', 'x.db')).toBe('thrown');
});
