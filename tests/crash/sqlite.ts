import { readSync, writeSync } from 'node:fs';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Moment } from './boundary.ts';
import { inShort } from './sql.ts';

/**
 * From now on every statement of this process says on a socket what it is about to do and has done, and waits for leave to go on: whoever
 * holds the other end may kill the process just then.
 *
 * @param fd of a socket that blocks
 */
export function askLeave(fd: number): void {
  const leave = Buffer.alloc(1);
  const ask = (sql: string, moment: Moment) => {
    writeSync(fd, `${JSON.stringify([inShort(sql), moment])}\n`);
    readSync(fd, leave);
  };
  around(DatabaseSync.prototype, ['exec'], (_, [sql]) => String(sql), ask);
  around(StatementSync.prototype, ['all', 'run', 'iterate'], (self) => sourceOf(self), ask);
}

function sourceOf(statement: unknown): string {
  return statement instanceof StatementSync ? statement.sourceSQL : '';
}

function around(
  prototype: object,
  methods: readonly string[],
  sqlOf: (self: unknown, given: readonly unknown[]) => string,
  ask: (sql: string, moment: Moment) => void,
): void {
  for (const method of methods) {
    const original = Reflect.get(prototype, method);
    Reflect.set(prototype, method, function (this: unknown, ...given: unknown[]) {
      ask(sqlOf(this, given), 'before');
      const result = Reflect.apply(original, this, given);
      ask(sqlOf(this, given), 'after');
      return result;
    });
  }
}
