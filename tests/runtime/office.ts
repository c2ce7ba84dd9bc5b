import { text } from '../../src/chat/markup.ts';
import type { Pace, SendFailure } from '../../src/chat/port.ts';
import { type Outcome, openOutbox } from '../../src/runtime/outbox.ts';
import type { NewRow, OutboxRow } from '../../src/store/types.ts';
import { testPlatform } from '../hall/channel.ts';
import { testClock } from '../hall/clock.ts';
import { testStore } from '../hall/store.ts';

export const later: SendFailure = { kind: 'later', after: 5000 };
export const unknown: SendFailure = { kind: 'unknown' };
export const refused: SendFailure = { kind: 'refused' };

/** An outbox on a real store and a platform of the tests' own, on a clock that stands still until it is told. */
export async function office({ idempotentFor = 0, pace }: { idempotentFor?: number; pace?: Pace } = {}) {
  const clock = testClock();
  const platform = testPlatform(clock.now, idempotentFor, pace);
  const ports = new Map([['discord', platform.port] as const]);
  const store = await testStore(clock.now);
  const outcomes: { row: OutboxRow; outcome: Outcome }[] = [];
  const logged: string[] = [];
  const note = (_: object, sentence: string) => logged.push(sentence);
  const open = (process: string) =>
    openOutbox({
      store,
      ports: () => ports,
      share: () => 1,
      process,
      clock,
      log: { info: () => {}, warn: note, error: note },
      settle: async (_, row, outcome) => {
        outcomes.push({ row, outcome });
      },
      settled: () => {},
    });
  const outbox = open('one');
  return {
    clock,
    platform,
    ports,
    store,
    outcomes,
    logged,
    outbox,
    open,
    async put(...rows: NewRow[]) {
      await store.outbox.put(rows);
      outbox.wake();
    },
    /** Lets time pass in steps, in milliseconds. */
    async until(what: () => boolean, most = 60_000, step = 100) {
      for (let passed = 0; passed <= most; passed += step) {
        for (let turn = 0; turn < 20; turn += 1) {
          if (what()) return;
          await new Promise(setImmediate);
        }
        clock.pass(step);
      }
      throw new Error(`It never came to that: ${platform.calls.join(', ')}; ${logged.join(', ')}`);
    },
  };
}

/** Something to be posted in a place. */
export const post = (place: string, said: string, at: number): NewRow => ({
  platform: 'discord',
  dispatch: { kind: 'post', place, message: [{ kind: 'text', text: text(said) }] },
  at,
});

/** The same, for which nobody waits. */
export const tip = (place: string, said: string, at: number): NewRow => ({
  ...post(place, said, at),
  lane: 'tip',
  subscription: `of ${place}`,
});
