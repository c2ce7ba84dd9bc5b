import { onTestFinished } from 'vitest';
import { sqliteDatabase } from '../../store/databases.ts';
import { sumsFolder } from '../deck.ts';
import { discordTable } from '../discord.ts';
import { hasten } from '../hasten.ts';
import { openProgram } from '../program.ts';
import { type Subject, subjectOf } from '../table.ts';
import { Time } from '../time.ts';

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
  return {
    table,
    time,
    database,
    discord: table.discord,
    /** The newest post of a kind, once there is one. */
    sees: (kind: Subject['kind']) =>
      hasten(time, table, () => table.posts().findLast((post) => subjectOf(post).kind === kind)),
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
