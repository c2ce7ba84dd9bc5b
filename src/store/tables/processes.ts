import { sql } from 'kysely';
import type { Processes, RunningProcess } from '../types.ts';
import type { Context } from './context.ts';

export function processesIn({ db, locks }: Context): Processes {
  const beat = async ({ id, at, parts }: RunningProcess) => {
    const row = { at, parts: JSON.stringify(parts) };
    await db
      .insertInto('processes')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  };

  const alive = async (since: number): Promise<RunningProcess[]> => {
    const rows = await db
      .selectFrom('processes')
      .selectAll()
      .where('at', '>=', since)
      .orderBy('id')
      .execute();
    return rows.map(({ parts, ...row }) => ({ ...row, parts: JSON.parse(parts) }));
  };

  return {
    beat,
    alive,

    async join(process, since, conflict) {
      // Where transactions run side by side, this one is alone with the table: none of two that join at once overlooks the other.
      if (locks) await sql`lock table processes in share row exclusive mode`.execute(db);
      const others = (await alive(since)).filter(({ id }) => id !== process.id);
      const found = conflict(others);
      if (found === undefined) await beat(process);
      return found;
    },

    async lastBeat() {
      const last = await db
        .selectFrom('processes')
        .select('at')
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return last?.at;
    },

    async clear(before) {
      await db.deleteFrom('processes').where('at', '<', before).execute();
    },
  };
}
