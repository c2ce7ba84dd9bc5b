import { readdirSync, readFileSync } from 'node:fs';
import { queries } from '../../tests/store/databases.ts';

/** What a server has been asked and has used so far. */
export interface ServerMeter {
  /** Statements that a database has carried out, those that begin and end transactions too. */
  statements(database: string): Promise<number>;
  /** Milliseconds of CPU of all its processes; NaN where they are not on this machine. */
  cpu(): number;
}

/** Ticks a second, of the times in /proc: always so on Linux. */
const TICKS = 100;

/** @param server a PostgreSQL that has pg_stat_statements loaded */
export async function meterOf(server: string): Promise<ServerMeter> {
  const [, [checkpointer] = []] = await queries(server, [
    'create extension if not exists pg_stat_statements',
    "select pid from pg_stat_activity where backend_type = 'checkpointer'",
  ]);
  const [, parent] = statOf(Number(checkpointer?.pid));
  const postmaster = Number(parent ?? Number.NaN);
  return {
    async statements(database) {
      const name = new URL(database).pathname.slice(1);
      const [[row] = []] = await queries(server, [
        `select sum(calls) as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid where datname = '${name}'`,
      ]);
      return Number(row?.calls ?? 0);
    },
    cpu() {
      if (Number.isNaN(postmaster)) return Number.NaN;
      const family = readdirSync('/proc')
        .map(Number)
        .filter((one) => one === postmaster || statOf(one)[1] === String(postmaster));
      // Of those that have ended their parent has the times.
      const ticks = family.flatMap((one) => statOf(one).slice(11, one === postmaster ? 15 : 13)).map(Number);
      return (ticks.reduce((sum, one) => sum + one, 0) * 1000) / TICKS;
    },
  };
}

/** What stands in /proc/<pid>/stat after the name of the program, the state first; nothing of a process that is gone. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
