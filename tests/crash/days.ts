import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from '../store/databases.ts';
import type { Guard } from './boundary.ts';
import type { Fleet } from './fleet.ts';
import { type Subscribed, subjectOfDay } from './subscribed.ts';
import type { Post, Table } from './table.ts';
import type { Time } from './time.ts';

export interface DaysOptions {
  table: Table;
  subscribed: readonly Subscribed[];
  /** When something is due, in order. */
  moments: readonly number[];
  database: Pick<TestDatabase, 'dump'>;
  time: Time;
  fleet: Fleet;
  /** Asked around each call of the platform. */
  guard: Guard;
  /** How often a process has been killed. */
  kills(): number;
  /** Told before each moment that something is due. */
  dawns(moment: number): void;
  /** Called after a death, while nobody serves. */
  afterDeath(): Promise<void>;
}

/** What was posted in a channel, as it came out. */
export interface Daily extends Post {
  place: string;
  at: number;
}

export interface LivedDays {
  posts: readonly Daily[];
  rows: Awaited<ReturnType<TestDatabase['dump']>>;
}

/** Milliseconds before something is due. */
const EVE = 1000;
/** Milliseconds by the machine's clock without a post or a kill after which nothing goes on. */
const STUCK = 40_000;
const TICK = 10;
/** Ticks between looks into the database. */
const LOOK = 10;
/** How fast time passes while a process starts. */
const STARTING = 0.2;

/** Sets up what is posted day by day, and goes from one moment at which something is due to the next once all of it is out. */
export async function liveDays(options: DaysOptions): Promise<LivedDays> {
  const { table, subscribed, moments, time, fleet, guard, dawns } = options;
  const known = new Set<string>();
  const posts: Daily[] = [];
  const channels = new Set(subscribed.map(({ channel }) => channel));
  const look = () => {
    for (const { place, posts: standing } of channels)
      for (const post of standing()) {
        const key = `${place} ${post.id}`;
        if (known.has(key) || subjectOfDay(post.text) === undefined) continue;
        known.add(key);
        posts.push({ ...post, place, at: time.now() });
      }
  };
  table.guardedBy((what, moment) => {
    if (moment === 'after') look();
    return guard(what, moment);
  });

  let progress = { steps: 0, at: Date.now() };
  let buried = 0;
  const turn = async () => {
    if (options.kills() > buried && !fleet.isUp()) {
      buried = options.kills();
      await options.afterDeath();
    }
    fleet.tend();
    time.flow(fleet.isUp() ? 1 : STARTING);
    const steps = posts.length + options.kills();
    if (steps !== progress.steps) progress = { steps, at: Date.now() };
    if (Date.now() - progress.at > STUCK) throw new Error(`Stuck at ${time.now()}: ${fleet.printed()}`);
    await pause(TICK);
  };
  const allOut = async () => {
    for (let ticks = 0; ; ticks += 1) {
      await turn();
      if (ticks % LOOK > 0 || !fleet.isUp()) continue;
      // While SQLite recovers after a crash, nobody else can read.
      const rows = await options.database.dump().catch(() => undefined);
      const isOver = rows?.subscriptions?.every(({ due }) => Number(due) > time.now());
      if (rows?.outbox?.length === 0 && isOver) return rows;
    }
  };

  while (!fleet.isUp()) await turn();
  for (const { channel, ...wish } of subscribed)
    while (!(await channel.turnsOn(wish))?.includes('comes here')) await turn(); // it may be told to try again
  let rows: LivedDays['rows'] = {};
  for (const moment of moments) {
    while (!fleet.isUp()) await turn();
    progress.at = Date.now();
    dawns(moment);
    time.skip(Math.max(0, moment - EVE - time.now()));
    while (time.now() < moment) await turn();
    rows = await allOut();
  }
  time.flow(0);
  look();
  return { posts, rows };
}
