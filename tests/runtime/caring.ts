import { mkdtempSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log } from '../../src/chat/chat.ts';
import type { PlatformName } from '../../src/chat/event.ts';
import { type Port, SendError } from '../../src/chat/port.ts';
import { openCare } from '../../src/runtime/care.ts';
import type { ConnectionState } from '../../src/runtime/connections.ts';
import { noteDepartures } from '../../src/runtime/departures.ts';
import type { Store } from '../../src/store/types.ts';
import { testPlatform } from '../hall/channel.ts';
import { testClock } from '../hall/clock.ts';
import { testStore } from '../hall/store.ts';
import { ana, aRound, over, play } from '../store/sample.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Noon. */
export const START = Date.UTC(2026, 10, 22, 12);

/** Care for a store of the test's own, in which time passes as it is told. */
export async function caring() {
  const clock = testClock(START);
  const dataDir = mkdtempSync(join(tmpdir(), 'care-'));
  const store = await testStore(clock.now, dataDir);
  const said: string[] = [];
  const note = (level: string) => (_: object, sentence: string) => void said.push(`${level}: ${sentence}`);
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') };
  const here = new Map<string, boolean | SendError>();
  const port: Port = {
    ...testPlatform(clock.now).port,
    async isIn(server) {
      const is = here.get(server);
      if (is instanceof SendError) throw is;
      return is;
    },
  };
  const ports = new Map<PlatformName, Port>([['discord', port]]);
  const forgotten: string[] = [];
  const states = new Map<PlatformName, ConnectionState>();
  const care = openCare({
    store,
    ports: () => ports,
    states: () => states,
    clock,
    log,
    forgotten: (one) => void forgotten.push(one),
  });
  const departing = noteDepartures(store, clock, log);
  onTestFinished(async () => {
    await departing.stop();
    await care.stop();
    await store.close();
  });
  await looked();
  return {
    clock,
    store,
    said,
    here,
    ports,
    states,
    forgotten,
    care,
    departing,
    folder: join(dataDir, 'backups'),
    copies: () => readdir(join(dataDir, 'backups')).catch(() => []),
    /** So much time passes; what was due in it is done. */
    async pass(ms: number) {
      for (let passed = 0; passed < ms; passed += HOUR) {
        clock.pass(Math.min(HOUR, ms - passed));
        await looked();
      }
    },
  };
}

/** Whatever was due has had its turn. */
export async function looked(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

/** A round of Ana's that is over. */
export async function hold(store: Store, id: string, at: number, server: string): Promise<void> {
  await store.rounds.add({ ...aRound(id, `${server}-room`), server });
  await play(store, id, 0, at, [[ana, 0]]);
  await store.transaction(async ({ rounds }) => {
    const round = await rounds.get(id);
    if (round) await rounds.save(round, over(round.state, at));
  });
}
