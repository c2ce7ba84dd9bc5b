import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../src/core/quiz/random.ts';
import { freePort } from '../../tests/servers/free-port.ts';
import type { Database } from './database.ts';
import { discordTown } from './discord.ts';
import { trouble } from './faults.ts';
import { live, type Promised } from './life.ts';
import type { Vitals } from './meter.ts';
import { slackTown } from './slack.ts';
import { startSubject } from './subject.ts';
import { Tally } from './tally.ts';
import { knock } from './web.ts';

export interface Sample extends Vitals {
  /** Milliseconds since the start. */
  at: number;
  files: number;
  /** Rows that wait in the outbox. */
  outbox: number;
}

export interface Soaked {
  samples: readonly Sample[];
  deeds: Tally['counts'];
  faults: ReadonlyMap<string, number>;
  logged: ReadonlyMap<string, number>;
  /** Tips and questions that were promised, those that came, and posts beyond the one that each place was promised. */
  tips: { promised: number; came: number; more: number };
  /** At the end: rounds that were not over, rows that were not sent, and the exit code. */
  left: { rounds: number; rows: number };
  code: number | null;
}

/** Milliseconds between samples. */
const SAMPLE = 15_000;
/** Milliseconds after the last deed for what is under way. */
const SETTLED = 30_000;
/** Seconds for which the database is gone, at most. */
const LONGEST_OUTAGE = 6;

/** The program on both platforms for so many milliseconds of mixed load, while one thing after the other goes wrong. */
export async function soak(ms: number, database: Database): Promise<Soaked> {
  const [discord, slack] = await Promise.all([discordTown(), slackTown()]);
  const port = await freePort();
  const subject = startSubject({ ...discord.env, ...slack.env, ...database.env, PORT: `${port}` });
  await Promise.all([discord.connected(), slack.connected()]);
  const began = Date.now();
  const over = () => Date.now() - began > ms;

  const samples: Sample[] = [];
  const watch = async () => {
    while (!over()) {
      const [vitals, outbox] = await Promise.all([subject.vitals(), database.count('outbox')]);
      samples.push({ ...vitals, outbox, at: Date.now() - began });
      await sleep(SAMPLE);
    }
  };
  const tally = new Tally();
  const random = seeded('outages');
  const named = (name: string, faults: Readonly<Record<string, () => void | Promise<void>>>) =>
    Object.fromEntries(Object.entries(faults).map(([what, fault]) => [`${name}: ${what}`, fault]));
  const [faults, onDiscord, onSlack] = await Promise.all([
    trouble(
      {
        ...named(discord.name, discord.faults),
        ...named(slack.name, slack.faults),
        'database gone': () => database.cutOff(1000 * (1 + random() * (LONGEST_OUTAGE - 1))),
        'decks read again': () => subject.reload(),
      },
      over,
    ),
    live(discord, tally, over),
    live(slack, tally, over),
    knock(port, tally, over),
    watch(),
  ]);
  await sleep(SETTLED);
  const left = {
    rounds: await database.count('rounds where deadline is not null'),
    rows: await database.count('outbox'),
  };
  const code = await subject.stop();
  await Promise.all([discord.close(), slack.close()]);
  await database.remove();
  const { logged } = subject;
  return {
    samples,
    deeds: tally.counts,
    faults,
    logged,
    tips: tipsOf([...onDiscord, ...onSlack]),
    left,
    code,
  };
}

/** Of those that have become due. */
function tipsOf(promised: readonly Promised[]): Soaked['tips'] {
  const due = promised.filter(({ due }) => due < Date.now() - SETTLED);
  const posts = due.map(({ room }) => room.posts().length);
  return {
    promised: due.length,
    came: posts.filter((count) => count > 0).length,
    more: posts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
  };
}
