import { setTimeout as pause } from 'node:timers/promises';
import { postgresDatabase } from '../store/databases.ts';
import { type Platform, setScene } from './crash.ts';
import { warmUp } from './process.ts';
import { startProxy } from './proxy.ts';

/** By the machine's clock. */
const PATIENCE = 20_000;

/**
 * Lets a member start a round that two processes serve, and kills the one that takes the opening's row, once that is committed and before
 * the message is sent.
 *
 * @returns how many rows there were to send then and to whom they belonged, and how long after that so many posts stood there
 */
export async function takeover(platform: Platform, server: string) {
  await using scene = await setScene({ platform, seed: 1 });
  const { table, time, env, cleanUp } = scene;
  const database = cleanUp.adopt(await postgresDatabase(server), (opened) => opened.remove());
  let diedAt: number | undefined;
  const seat = async (part: string) => {
    let takes = false;
    const proxy = cleanUp.adopt(
      await startProxy(database.url, (what, moment) => {
        if (diedAt !== undefined || moment === 'before') return false;
        takes ||= what === 'update outbox by id';
        if (!takes || what !== 'commit') return false;
        diedAt = time.now();
        process.kill();
        return true;
      }),
      (opened) => opened.close(),
    );
    const process = warmUp({ ...env, DISCORD_SHARDS: part, DATABASE_URL: proxy.url }, time, () => false);
    cleanUp.defer(() => {
      process.kill();
      return process.died;
    });
    process.begin();
    return process;
  };
  const seats = [await seat('0/2'), await seat('1/2')];

  const until = async (what: () => boolean) => {
    for (const last = Date.now() + PATIENCE; !what(); await pause(5))
      if (Date.now() > last) throw new Error(`In vain: ${seats.map(({ printed }) => printed())}`);
  };
  time.flow(1);
  await until(() => seats.every(({ isUp }) => isUp()));
  const host = table.person('Ana');
  while ((await host.starts(1, 10)) === undefined);
  await until(() => diedAt !== undefined);
  const { outbox = [] } = await database.dump();
  await until(() => table.posts().length > 0);
  const after = time.now() - (diedAt ?? 0);
  const isHeld = outbox.length === 1 && outbox[0]?.owner !== null;
  return {
    held: isHeld ? 'taken, not yet sent' : JSON.stringify(outbox),
    after,
    posts: table.posts().length,
  };
}
