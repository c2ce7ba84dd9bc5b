import type { Guard } from './boundary.ts';
import { type Process, warmUp } from './process.ts';
import { startProxy } from './proxy.ts';
import type { Reaper } from './reaper.ts';
import type { Time } from './time.ts';

export interface SeatOptions {
  /** The address of the database. */
  url: string;
  env: Record<string, string>;
  time: Time;
  reaper: Reaper;
  /** Asked where the reaper aims at whoever sits there. */
  guard: Guard;
  cleanUp: AsyncDisposableStack;
}

/** A way of its own to a PostgreSQL that several share, for one process after the other: only who sits there is killed on it. */
export async function takeSeat({
  url,
  env,
  time,
  reaper,
  guard,
  cleanUp,
}: SeatOptions): Promise<() => Process> {
  let seated: Process | undefined;
  const own: Guard = (what, moment) => reaper.isAiming(seated) && guard(what, moment);
  const proxy = cleanUp.adopt(await startProxy(url, own), (opened) => opened.close());
  return () => {
    const next = warmUp({ ...env, DATABASE_URL: proxy.url }, time, own);
    const process: Process = {
      ...next,
      begin() {
        seated = process;
        next.begin();
      },
    };
    return process;
  };
}
