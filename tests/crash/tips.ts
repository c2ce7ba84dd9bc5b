import { setTimeout as pause } from 'node:timers/promises';
import { postgresDatabase, queries, sqliteDatabase, type TestDatabase } from '../store/databases.ts';
import type { Guard } from './boundary.ts';
import { type Disturbed, type Platform, setScene } from './crash.ts';
import { liveDays } from './days.ts';
import { brokenDays, dayKey } from './days-promises.ts';
import { type Fleet, oneByOne, SHARDS_FREE, sideBySide } from './fleet.ts';
import { warmUp } from './process.ts';
import { startProxy } from './proxy.ts';
import { Reaper } from './reaper.ts';
import { takeSeat } from './seat.ts';
import { localDate, momentsAfter, subjectOfDay, subscribe } from './subscribed.ts';

export interface DisturbedDays {
  platform: Platform;
  channels: number;
  /** At how many moments something is due. */
  moments: number;
  /** Processes to kill at most. */
  kills: number;
  seed: number;
  /** Two processes at once, on PostgreSQL. */
  two?: boolean;
}

/** What processes are killed from on, at one moment after the other: a message is posted, rows are taken, or anything at all. */
const FROM = [/^chat\.postMessage$|^POST .*messages$/, /^update outbox by id$/, undefined];
/** Milliseconds: three of the six hours that a tip may be late. */
const LONGEST_AWAY = 3 * 60 * 60_000;

/**
 * Lets channels have their tips and questions of the day, kept in SQLite or on a PostgreSQL server, while one process after the other is
 * killed around the moments at which they are due.
 */
export async function crashTips(disturbance: DisturbedDays, postgres?: string): Promise<Disturbed> {
  const { platform, channels, kills, two = false } = disturbance;
  await using scene = await setScene(disturbance);
  const { table, time, random, cleanUp } = scene;
  const subscribed = subscribe(table.newChannel, channels);
  const moments = momentsAfter(time.now(), subscribed, disturbance.moments);
  let today: number | undefined;
  const reaper = new Reaper({ random, phase });
  function phase() {
    return { name: `moment ${moments.indexOf(today ?? 0)}`, id: String(today) };
  }
  let begun = new Set<string>();
  /** Nobody is killed before all is set up, nor at a moment before the first of what it is for. */
  const guard: Guard = (what, moment) => {
    if (today === undefined) return false;
    begun.add(what);
    const from = FROM[moments.indexOf(today) % FROM.length];
    return (from === undefined || [...begun].some((one) => from.test(one))) && reaper.guard(what, moment);
  };
  const database = cleanUp.adopt(
    postgres === undefined ? await sqliteDatabase() : await postgresDatabase(postgres),
    (opened) => opened.remove(),
  );
  const doubtful = new Set<string>();
  const noteDoubts = async () => {
    if (platform !== 'Slack without history' || !('url' in database)) return;
    for (const { place, subject, at } of await leftBehind(database)) {
      const zone = subscribed.find(({ channel }) => channel.place === place)?.timezone ?? '';
      const date = localDate(at, zone);
      doubtful.add(dayKey(place, subject, date.toString()));
      // Of a question that may never have come out nothing is told the next day.
      if (subject === 'question') doubtful.add(dayKey(place, 'reveal', date.add({ days: 1 }).toString()));
    }
  };

  const options = { ...scene, phase, reaper, kills, longest: LONGEST_AWAY };
  const fleet = await staff();
  cleanUp.defer(() => fleet.end());
  const days = await liveDays({
    table,
    subscribed,
    moments,
    database,
    time,
    fleet,
    guard: two ? () => false : guard,
    kills: () => reaper.kills.length,
    dawns(moment) {
      today = moment;
      begun = new Set();
    },
    afterDeath: noteDoubts,
  });
  const failures = brokenDays(days, { subscribed, moments, doubtful, replies: platform === 'Discord' });
  const how = [JSON.stringify(disturbance), `killed ${reaper.kills.join('; ')}`];
  return { kills: reaper.kills, broken: failures.length > 0 ? [...failures, ...how] : [] };

  async function staff(): Promise<Fleet> {
    if ('dataDir' in database)
      return oneByOne(options, () => warmUp({ ...scene.env, DATA_DIR: database.dataDir }, time, guard));
    const { url } = database;
    if (two) {
      const seat = (part: string) =>
        takeSeat({ ...options, env: { ...scene.env, DISCORD_SHARDS: part }, url, guard });
      return sideBySide(options, [await seat('0/2'), await seat('1/2')]);
    }
    const proxy = cleanUp.adopt(await startProxy(url, guard), (opened) => opened.close());
    return oneByOne({ ...options, ...(platform === 'Discord' && { shortest: SHARDS_FREE }) }, () =>
      warmUp({ ...scene.env, DATABASE_URL: proxy.url }, time, guard),
    );
  }
}

/** What belongs to the dead in a PostgreSQL database, once it has finished what they told it. */
async function leftBehind({ url, dump }: { url: string; dump: TestDatabase['dump'] }) {
  while ((await queries(url, [others]))[0]?.length) await pause(5);
  const { outbox = [] } = await dump();
  return outbox
    .filter(({ owner, doubtful }) => owner !== null || doubtful === 1)
    .map(({ platform, place, dispatch, at }) => ({
      place: `${platform}:${place}`,
      subject: subjectOfDay(String(dispatch)),
      at: Number(at),
    }));
}

const others = `select pid from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
