import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { rightTo, sumsFolder } from '../deck.ts';
import { hasten } from '../hasten.ts';
import { openProgram } from '../program.ts';
import { type Post, type Subject, subjectOf, type Table } from '../table.ts';
import { Time } from '../time.ts';

/** For each question: the least there is. */
export const SECONDS = 10;

export interface GroupOptions {
  /** The folder of its decks; that of the sums if left out. */
  decks?: string;
  /** What new rounds and questions are called, which settles the order of their choices. */
  randomId?: () => string;
  /** What the program is told beside the usual. */
  settings?: Record<string, string>;
  /** Where its log goes. */
  logTo?: NodeJS.WritableStream;
}

/** A group that plays at a table, with the real program in this process and a store of its own. Ended with the test. */
export async function group<T extends Table>(
  open: (time: Time) => Promise<T>,
  { decks = sumsFolder(), randomId, settings = {}, logTo }: GroupOptions = {},
) {
  const time = new Time();
  const table = await open(time);
  const env = {
    ...table.env,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'faults-')),
    KNOWLEDGE_DIR: decks,
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  };
  time.flow(1);
  const program = await openProgram(env, time, { randomId, logTo });
  onTestFinished(async () => {
    await program.stop();
    await table.close();
  });

  /** Waits, letting time pass quickly, until something is so. */
  const until = <F>(what: () => F | undefined | false): Promise<F> => hasten(time, table, what);
  const kinds = () => table.posts().map((post) => subjectOf(post).kind);
  const sees = (kind: Subject['kind'], count = 1): Promise<Post> =>
    until(() => table.posts().filter((post) => subjectOf(post).kind === kind)[count - 1]);

  const [ana, ben] = [table.person('Ana'), table.person('Ben')];
  return {
    table,
    time,
    until,
    sees,
    kinds,
    ana,
    ben,
    /** Ana starts a round, and lets it begin. */
    async begins(questions = 1): Promise<void> {
      await ana.starts(questions, SECONDS);
      await ana.clicks(await sees('opening'), 'Start now');
    },
    /** Both answer a question right, or say what they were told instead. */
    async answer(question: Post): Promise<(string | undefined)[]> {
      const right = rightTo(question);
      return [await ana.clicks(question, right), await ben.clicks(question, right)];
    },
  };
}
