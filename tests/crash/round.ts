import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from '../store/databases.ts';
import type { Guard } from './boundary.ts';
import type { Fleet } from './fleet.ts';
import { answerAll, isAwaited, type Player, SECONDS } from './players.ts';
import type { Reaper } from './reaper.ts';
import { type Sighting, Sightings, stemsOf } from './sightings.ts';
import { type Post, subjectOf, type Table } from './table.ts';
import type { Time } from './time.ts';

export interface RoundOptions {
  table: Table;
  players: readonly Player[];
  database: Pick<TestDatabase, 'dump'>;
  time: Time;
  fleet: Fleet;
  reaper: Reaper;
  /** Asked around each call of the platform. */
  guard: Guard;
  random(): number;
  questions: number;
  /** How much faster time passes while nobody has anything to do. */
  fast: number;
}

export interface PlayedRound {
  players: readonly Player[];
  sightings: readonly Sighting[];
  /** All posts as they are in the end. */
  posts: readonly Post[];
  rows: Awaited<ReturnType<TestDatabase['dump']>>;
}

/** Milliseconds of its time that are left when nobody has anything to do any more. */
const LAST_MOMENTS = 15_000;
/** Milliseconds by the machine's clock without a post or a kill after which a round is stuck. */
const STUCK = 40_000;
const TICK = 5;
/** Milliseconds by the machine's clock without either after which nothing is under way in the program. */
const CALM = 2000;
/** How fast time passes while a process starts. */
const STARTING = 0.2;

/** Plays a round to its end: people start it, answer, go on, and click again when a click came to nothing. */
export async function playRound(options: RoundOptions): Promise<PlayedRound> {
  const { table, players, database, time, fleet, reaper, guard, fast } = options;
  const sightings = new Sightings(table, time);
  table.guardedBy((what, moment) => {
    if (moment === 'after') sightings.look();
    return guard(what, moment);
  });
  /** All rows, once the end is posted and nothing is left to send. While SQLite recovers after a crash, nobody else can read. */
  const rowsAtTheEnd = async () => {
    if (sightings.last?.subject.kind !== 'end') return undefined;
    const rows = await database.dump().catch(() => undefined);
    return rows?.outbox?.length === 0 ? rows : undefined;
  };

  let progress = { steps: 0, at: Date.now() };
  time.flow(1);
  for (;;) {
    sightings.look();
    const rows = await rowsAtTheEnd();
    if (rows) {
      time.flow(0);
      return { players, sightings: sightings.all, posts: table.posts(), rows };
    }
    fleet.tend();
    const isIdle = fleet.isUp() && !act(options, sightings, Date.now() - progress.at > CALM);
    time.flow(fleet.isUp() ? 1 : STARTING);
    // Look by look: on a machine that is too slow for so much, less of it passes, and nothing waits for longer than it would.
    if (isIdle) time.skip((fast - 1) * TICK);
    const steps = sightings.all.length + reaper.kills.length;
    if (steps !== progress.steps) progress = { steps, at: Date.now() };
    if (Date.now() - progress.at > STUCK)
      throw new Error(`Stuck after ${reaper.kills}: ${fleet.printed()}\nPosted:\n${textsOf(table)}`);
    await pause(TICK);
  }
}

/** Lets people do what they would do now. True while there is something that they want to have done before time goes on. */
function act(
  { table, players, time, questions, random }: RoundOptions,
  { last, all }: Sightings,
  isCalm: boolean,
): boolean {
  const [host] = players;
  const isBusy = () => players.some(({ busy }) => busy);
  const once = (deed: (person: Player['person']) => Promise<unknown>) => {
    if (host && !host.busy) void hold(host, deed(host.person));
  };
  if (!last) {
    once((person) => person.starts(questions, SECONDS));
    return true;
  }
  const asked = stemsOf(all).length;
  const posts = table.posts();
  const question = openQuestion(posts);
  if (question) {
    answerAll(players, question.post, question.stem);
    if (isAwaited(players, question.stem)) return true;
    const left = last.at + SECONDS * 1000 - time.now();
    if (asked === 1 && left > LAST_MOMENTS && isCalm && !isBusy()) time.skip(left - LAST_MOMENTS);
    return isBusy();
  }
  const post = posts.find(({ id }) => id === last.id);
  if (post && last.subject.kind === 'opening' && random() < 0.01)
    once((person) => person.clicks(post, 'Start now'));
  if (post && last.subject.kind === 'reveal' && asked % 2 === 1)
    once((person) => person.clicks(post, 'Next'));
  return isBusy();
}

async function hold(player: Player, deed: Promise<unknown>): Promise<void> {
  player.busy = true;
  await deed;
  player.busy = false;
}

function openQuestion(posts: readonly Post[]): { post: Post; stem: string } | undefined {
  for (const post of posts.toReversed()) {
    const subject = subjectOf(post);
    if (post.controls.length > 0 && subject.kind === 'question') return { post, stem: subject.stem };
  }
  return undefined;
}

function textsOf(table: Table): string {
  return table
    .posts()
    .map(({ text }) => text)
    .join('\n--\n');
}
