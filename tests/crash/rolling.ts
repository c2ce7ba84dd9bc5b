import { postgresDatabase } from '../store/databases.ts';
import { type Platform, setScene } from './crash.ts';
import type { Fleet } from './fleet.ts';
import type { Player } from './players.ts';
import { type Process, warmUp } from './process.ts';
import { broken } from './promises.ts';
import { playRound } from './round.ts';
import type { Phase } from './table.ts';

/** How a round went during which all processes were replaced, again and again. */
export interface Rolled {
  /** What it has promised and not kept. */
  broken: string[];
  restarts: number;
  /** How often somebody was told that nobody was there. */
  excuses: number;
  clicks: number;
  /** Milliseconds by the machine's clock. */
  slowest: number;
  /** Clicks that nobody answered, and how many of them while nobody was on the point of leaving who might have heard them. */
  unanswered: { all: number; inVain: number };
}

/** Plays a round that two processes on one PostgreSQL serve: one after the other is stopped, as for an update, and then another put in its place. */
export async function rollingRound(platform: Platform, server: string, questions: number): Promise<Rolled> {
  await using scene = await setScene({ platform, seed: 1 });
  const { time, reaper, players, cleanUp } = scene;
  const database = cleanUp.adopt(await postgresDatabase(server), (opened) => opened.remove());
  const seats = ['0/2', '1/2'].map(
    (part) => () =>
      warmUp({ ...scene.env, DISCORD_SHARDS: part, DATABASE_URL: database.url }, time, () => false),
  );
  const fleet = rolling(seats, scene.phase);
  cleanUp.defer(() => fleet.end());
  // Of a click on its way to a connection that is just being closed, no platform tells anyone else. On Discord the server belongs to the first
  // shard, too: no other process hears of it.
  const clicks = watched(players, () => (platform === 'Discord' ? fleet.isServed(0) : !fleet.isLeaving()));
  const round = await playRound({
    ...scene,
    database,
    fleet,
    reaper,
    guard: () => false,
    questions,
    fast: 4,
  });
  return {
    broken: broken(round, { platform: platform === 'Discord' ? 'discord' : 'slack', once: true }),
    restarts: fleet.restarts(),
    excuses: round.sightings.filter(
      ({ subject }) => subject.kind === 'back' || (subject.kind === 'question' && subject.again),
    ).length,
    clicks: clicks.length,
    slowest: Math.max(...clicks.filter(({ answered }) => answered).map(({ took }) => took)),
    unanswered: {
      all: clicks.filter(({ answered }) => !answered).length,
      inVain: clicks.filter(({ answered, heard }) => !answered && heard).length,
    },
  };
}

/** Whenever the round has come to another phase, another process is replaced. */
function rolling(seats: readonly (() => Process)[], phase: () => Phase) {
  const all = seats.map((warm) => ({ warm, process: warm(), spare: warm(), isLeaving: false }));
  let restarts = 0;
  let before = '';
  for (const { process } of all) process.begin();
  return {
    tend() {
      for (const seat of all) {
        if (!seat.process.isDead()) continue;
        seat.process = seat.spare;
        seat.spare = seat.warm();
        seat.process.begin();
        seat.isLeaving = false;
      }
      const { id } = phase();
      if (id === before || !all.every(({ process }) => process.isUp())) return;
      const seat = all[restarts % all.length];
      if (before !== '' && seat) {
        seat.isLeaving = true;
        seat.process.stop();
        restarts += 1;
      }
      before = id;
    },
    isUp: () => all.some(({ process }) => process.isUp()),
    isServed: (index: number) => all[index]?.process.isUp() ?? false,
    isLeaving: () => all.some(({ isLeaving }) => isLeaving),
    restarts: () => restarts,
    printed: () => all.map(({ process }) => process.printed()).join('\n'),
    async end() {
      const processes = all.flatMap(({ process, spare }) => [process, spare]);
      for (const one of processes) one.kill();
      await Promise.all(processes.map(({ died }) => died));
    },
  } satisfies Fleet & Record<string, unknown>;
}

interface Click {
  answered: boolean;
  took: number;
  /** Whether somebody was there for it from its beginning to its end. */
  heard: boolean;
}

/** Notes from now on what comes of the players' clicks. */
function watched(players: readonly Player[], isHeard: () => boolean): readonly Click[] {
  const clicks: Click[] = [];
  for (const player of players) {
    const { person } = player;
    player.person = {
      ...person,
      async clicks(post, label) {
        const began = performance.now();
        const heard = isHeard();
        const said = await person.clicks(post, label);
        clicks.push({
          answered: said !== undefined,
          took: performance.now() - began,
          heard: heard && isHeard(),
        });
        return said;
      },
    };
  }
  return clicks;
}
