import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { sqliteDatabase } from '../../store/databases.ts';
import { sumsFolder } from '../deck.ts';
import { type Discord, discordTable } from '../discord.ts';
import { openProgram } from '../program.ts';
import { subjectOf } from '../table.ts';
import { Time } from '../time.ts';

/** How much faster time passes while something is waited for. */
const FAST = 60;
/** Milliseconds by the machine's clock. */
const PATIENCE = 10_000;

/** A channel of Discord, and a data folder that the real program is started on and stopped again. */
export async function dataFolder() {
  const time = new Time();
  const table = await discordTable(time);
  const database = await sqliteDatabase();
  const env = {
    ...table.env,
    DATA_DIR: database.dataDir,
    KNOWLEDGE_DIR: sumsFolder(),
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
  const running = new Set<{ stop(): Promise<void> }>();
  time.flow(1);
  onTestFinished(async () => {
    for (const program of running) await program.stop();
    await table.close();
    await database.remove();
  });
  const until = async <F>(what: () => F | undefined | false): Promise<F> => {
    const last = Date.now() + PATIENCE;
    for (time.flow(FAST); ; await pause(5)) {
      const found = what();
      if (found) {
        time.flow(1);
        return found;
      }
      if (Date.now() > last)
        throw new Error(
          `It never came to that. Posted:\n${table
            .posts()
            .map(({ text }) => text)
            .join('\n--\n')}`,
        );
    }
  };
  return {
    table,
    time,
    database,
    until,
    discord: table.discord as Discord,
    /** The newest post of a kind, once there is one. */
    sees: (kind: ReturnType<typeof subjectOf>['kind']) =>
      until(() => table.posts().findLast((post) => subjectOf(post).kind === kind)),
    /** Starts the program; what it gives back stops it. */
    async start() {
      const program = await openProgram(env, time);
      running.add(program);
      return async () => {
        running.delete(program);
        await program.stop();
      };
    },
  };
}
