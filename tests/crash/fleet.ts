import { SECONDS } from './players.ts';
import type { Process } from './process.ts';
import type { Reaper } from './reaper.ts';
import type { Phase } from './table.ts';
import type { Time } from './time.ts';

/** The processes that serve a table. */
export interface Fleet {
  /** Puts new processes in the place of those that died. */
  tend(): void;
  isUp(): boolean;
  printed(): string;
  /** Kills all that are left. */
  end(): Promise<void>;
}

export interface FleetOptions {
  /** Where the round is. */
  phase(): Phase;
  time: Time;
  reaper: Reaper;
  random(): number;
  /** Processes that are killed at most. */
  kills: number;
  /** Milliseconds that there is nobody at most, once in each phase; longer than a question's time if left out. */
  longest?: number;
  /** Milliseconds that there is nobody at least. */
  shortest?: number;
}

/** On PostgreSQL a process waits so long, in milliseconds, for the shards of one that was killed: time passes slowly at a start. */
export const SHARDS_FREE = 5000;

/** One process after the other. Time stands still until there is a new one; by then so much of it is over as it likes. */
export function oneByOne(
  { phase, time, reaper, random, kills, longest = LONG, shortest = 0 }: FleetOptions,
  warmUp: () => Process,
): Fleet {
  let process = warmUp();
  let spare = warmUp();
  /** Phases of the round in which there was nobody for long: once in each, so that no message and no question gets too old. */
  const lonely = new Set<string>();
  const begin = () => {
    if (reaper.kills.length < kills) reaper.aim(process);
    process.begin();
  };
  begin();
  return {
    tend() {
      if (!process.isDead()) return;
      time.flow(0);
      const { id } = phase();
      const { away, isLong } = downtime(random(), longest);
      time.skip(Math.max(shortest, isLong && lonely.has(id) ? BRIEF : away));
      if (isLong) lonely.add(id);
      process = spare;
      spare = warmUp();
      begin();
    },
    isUp: () => process.isUp(),
    printed: () => process.printed(),
    end: () => endAll([process, spare]),
  };
}

/** Milliseconds; many such together are less than a question's time. */
const BRIEF = 3000;
/** That of a question, which then has to be asked again; Discord has forgotten nonces by then. */
const LONG = (SECONDS + 10) * 1000;

/** Milliseconds until there is a process again, and whether that is long. */
function downtime(random: number, longest: number): { away: number; isLong: boolean } {
  if (random < 0.6) return { away: random * BRIEF, isLong: false };
  if (random < 0.8) return { away: 8000, isLong: false };
  return { away: random < 0.9 ? 60_000 : longest, isLong: true };
}

/** Milliseconds until there is another in the place of one of two. */
const REPLACED_AFTER = 6000;

/** Two processes at once: while one is dead, time goes on and the other has all the work. */
export function sideBySide(
  { time, reaper, random, kills }: FleetOptions,
  warmUps: readonly (() => Process)[],
): Fleet {
  const seats = warmUps.map((warmUp) => ({
    process: warmUp(),
    spare: warmUp(),
    warmUp,
    diedAt: undefined as number | undefined,
  }));
  const living = () => seats.filter(({ process }) => process.isUp());
  for (const { process } of seats) process.begin();
  return {
    tend() {
      for (const seat of seats) {
        if (!seat.process.isDead()) continue;
        seat.diedAt ??= time.now();
        if (time.now() - seat.diedAt < REPLACED_AFTER) continue;
        seat.process = seat.spare;
        seat.spare = seat.warmUp();
        seat.diedAt = undefined;
        seat.process.begin();
      }
      const victim = seats[Math.floor(random() * seats.length)];
      if (living().length === seats.length && victim && reaper.kills.length < kills && !reaper.isAiming())
        reaper.aim(victim.process);
    },
    isUp: () => living().length > 0,
    printed: () => seats.map(({ process }) => process.printed()).join('\n'),
    end: () => endAll(seats.flatMap(({ process, spare }) => [process, spare])),
  };
}

async function endAll(processes: readonly Process[]): Promise<void> {
  for (const one of processes) one.kill();
  await Promise.all(processes.map(({ died }) => died));
}
