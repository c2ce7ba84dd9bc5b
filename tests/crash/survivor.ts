import { setTimeout as pause } from 'node:timers/promises';
import { postgresDatabase } from '../store/databases.ts';
import { type Platform, setScene } from './crash.ts';
import { warmUp } from './process.ts';
import { subjectOfDay } from './subscribed.ts';
import { type Post, subjectOf } from './table.ts';

/** By the machine's clock. */
const PATIENCE = 20_000;
const SECOND = 1000;
/** Milliseconds from the opening of a round to its first question. */
const OPENING = 30 * SECOND;

/**
 * Two processes serve a round and a daily tip; the one that members talk to is killed before either is due.
 *
 * @returns milliseconds that the first question and the tip came later than they were due
 */
export async function survivor(platform: Platform, server: string) {
  await using scene = await setScene({ platform, seed: 1 });
  const { table, time, env, cleanUp } = scene;
  const database = cleanUp.adopt(await postgresDatabase(server), (opened) => opened.remove());
  const seats = ['0/2', '1/2'].map((part) => {
    const process = warmUp({ ...env, DISCORD_SHARDS: part, DATABASE_URL: database.url }, time, () => false);
    cleanUp.defer(() => {
      process.kill();
      return process.died;
    });
    process.begin();
    return process;
  });
  const until = async (what: () => boolean) => {
    for (const last = Date.now() + PATIENCE; !what(); await pause(5))
      if (Date.now() > last) throw new Error(`In vain: ${seats.map(({ printed }) => printed())}`);
    return time.now();
  };
  /** Goes to a moment before something is due, and waits until it has come. */
  const lateness = async (due: number, posts: () => readonly Post[], isIt: (post: Post) => boolean) => {
    time.skip(due - SECOND - time.now());
    return (await until(() => posts().some(isIt))) - due;
  };

  time.flow(1);
  await until(() => seats.every(({ isUp }) => isUp()));
  const daily = table.newChannel();
  await daily.turnsOn({ kind: 'tip', time: '12:10', timezone: 'UTC' });
  await table.person('Ana').starts(1, 300);
  const opened = await until(() => table.posts().length > 0);
  seats[0]?.kill();
  await seats[0]?.died;
  return {
    question: await lateness(opened + OPENING, table.posts, (post) => subjectOf(post).kind === 'question'),
    tip: await lateness(
      Date.UTC(2026, 10, 22, 12, 10),
      daily.posts,
      ({ text }) => subjectOfDay(text) === 'tip',
    ),
  };
}
