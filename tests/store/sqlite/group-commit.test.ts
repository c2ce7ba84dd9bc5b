import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupCommits, type Transaction } from '../../../src/store/sqlite/group-commit.ts';

let folder: string;
let database: DatabaseSync;
let statements: string[];
let transaction: Transaction;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commit-'));
  database = new DatabaseSync(join(folder, 'test.db'), { timeout: 0 });
  database.exec('pragma journal_mode = wal; create table said (word text unique)');
  statements = [];
  transaction = groupCommits({
    exec(statement) {
      statements.push(statement);
      database.exec(statement);
    },
  });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const say = (...words: string[]) =>
  transaction(async () => {
    for (const word of words) database.prepare('insert into said values (?)').run(word);
    return words.length;
  });
const said = () =>
  database
    .prepare('select word from said order by word')
    .all()
    .map(({ word }) => word);
const commits = () => statements.filter((statement) => statement === 'commit').length;

test('work that arrives together shares one commit', async () => {
  expect(await Promise.all(Array.from({ length: 20 }, (_, index) => say(`${index}`, `${index}!`)))).toEqual(
    Array.from({ length: 20 }, () => 2),
  );
  expect(said()).toHaveLength(40);
  expect(commits()).toBe(1);
});

test('work that arrives during a commit shares the next', async () => {
  const later: Promise<number>[] = [];
  await transaction(async () => {
    later.push(say('b'), say('c'));
  });
  expect(commits()).toBe(1);
  await Promise.all(later);
  expect(said()).toEqual(['b', 'c']);
  expect(commits()).toBe(2);
});

test('nobody is told before the commit', async () => {
  const told: string[] = [];
  const first = say('a').then(() => told.push('a'));
  const second = transaction(async () => {
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    return told.length;
  });
  expect(await second).toBe(0);
  await first;
});

test('what fails undoes itself alone, and the others are committed', async () => {
  const outcomes = await Promise.allSettled([say('a'), say('b', 'a'), say('c')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(said()).toEqual(['a', 'c']);
  expect(commits()).toBe(1);
});

test('a commit that fails is told to all, and the next work is done', async () => {
  database.exec('create table parent (id integer primary key)');
  database.exec('create table child (id references parent (id) deferrable initially deferred)');
  database.exec('pragma foreign_keys = on');
  const broken = transaction(async () => database.exec('insert into child values (7)'));
  const outcomes = await Promise.allSettled([say('a'), broken, say('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(said()).toEqual([]);
  await say('c');
  expect(said()).toEqual(['c']);
});

test('a full disk is told to all who share the commit', async () => {
  database.exec('pragma max_page_count = 10');
  const outcomes = await Promise.allSettled([say('a'), say('x'.repeat(100_000)), say('b')]);
  const reasons = outcomes
    .filter(({ status }) => status === 'rejected')
    .map((one) => 'reason' in one && one.reason);
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) expect(String(reason)).toContain('full');
  await say('c');
  expect(said()).toContain('c');
});

test('the lock of another process is waited for, and other things go on meanwhile', async () => {
  const other = new DatabaseSync(join(folder, 'test.db'));
  other.exec('begin immediate');
  const waiting = say('a');
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(statements).toEqual(['begin immediate']);
  other.exec('commit');
  await waiting;
  expect(said()).toEqual(['a']);
  other.close();
});
