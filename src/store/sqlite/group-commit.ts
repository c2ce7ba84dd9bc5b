import { setImmediate, setTimeout } from 'node:timers/promises';
import { isBusy } from './errors.ts';

/** Does work in a transaction. What it returns is given back after the commit; what it throws undoes that work alone. */
export type Transaction = <T>(work: () => Promise<T>) => Promise<T>;

/** Work that has arrived. */
interface Job {
  /** Does it, and gives back what to tell whoever waits once that is on the disk. */
  run(): Promise<() => void>;
  fail(error: unknown): void;
}

/** How long another process may write before this one gives up, and how often it looks, in milliseconds: a member waits for three seconds. */
const PATIENCE = 2000;
const PAUSE = 5;

/**
 * One commit for all the work that has arrived: waiting for the disk is what takes time, and 20 answers that come together need it once.
 * Each piece of work has a savepoint of its own. The connection must be used for nothing else.
 */
export function groupCommits(connection: { exec(sql: string): void }): Transaction {
  let queue: Job[] = [];
  let draining = false;

  const drain = async () => {
    draining = true;
    while (queue.length > 0) {
      await setImmediate(); // lets all events of this moment bring their work first
      const begun = begin();
      await begun.catch(() => {}); // work that has come meanwhile shares its fate, instead of waiting anew
      const jobs = queue;
      queue = [];
      await commit(begun, jobs).catch((error) => {
        for (const job of jobs) job.fail(error);
      });
    }
    draining = false;
  };

  const commit = async (begun: Promise<void>, jobs: readonly Job[]) => {
    await begun;
    try {
      const tell: (() => void)[] = [];
      for (const job of jobs) tell.push(await job.run());
      connection.exec('commit');
      for (const one of tell) one();
    } catch (error) {
      rollBack();
      throw error;
    }
  };

  /** Waits for other processes without keeping this one from its other work, as SQLite's own waiting would. */
  const begin = async () => {
    for (const last = performance.now() + PATIENCE; ; ) {
      try {
        return connection.exec('begin immediate');
      } catch (error) {
        if (!isBusy(error) || performance.now() > last) throw error;
        await setTimeout(PAUSE);
      }
    }
  };

  // After some errors, a full disk for one, SQLite rolls everything back by itself: https://sqlite.org/lang_transaction.html

  /** Undoes one piece of work, or fails with its error when the others are undone with it. */
  const undo = (error: unknown) => {
    try {
      connection.exec('rollback to work');
      connection.exec('release work');
    } catch {
      throw error;
    }
  };

  const rollBack = () => {
    try {
      connection.exec('rollback');
    } catch {
      // It is rolled back.
    }
  };

  return (work) =>
    new Promise((resolve, reject) => {
      const run = async () => {
        connection.exec('savepoint work');
        try {
          const result = await work();
          connection.exec('release work');
          return () => resolve(result);
        } catch (error) {
          undo(error);
          return () => reject(error);
        }
      };
      queue.push({ run, fail: reject });
      if (!draining) void drain();
    });
}
