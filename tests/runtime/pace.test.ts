import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepPace } from '../../src/runtime/pace.ts';

const SECOND = 1000;
const discord = { burst: 50, steady: 50 };
const slack = { burst: Number.POSITIVE_INFINITY, steady: 5 };

interface Sent {
  lane: 'play' | 'tip';
  at: number;
}

/**
 * Sends tips whenever there is room, and other messages as they come.
 *
 * @param plays moments at which something comes that somebody waits for
 * @param late how late each look for room is, in milliseconds: timers and databases take theirs
 */
function drain(
  pace: typeof discord,
  until: number,
  plays: readonly number[] = [],
  late = () => 0,
  share = 1,
): Sent[] {
  const pacer = keepPace(pace, () => share);
  const sent: Sent[] = [];
  const waiting = plays.toSorted((one, other) => one - other);
  for (let now = 0; now < until; ) {
    const { rows, tips } = pacer.room(now);
    const due = waiting.filter((at) => at <= now).slice(0, rows);
    waiting.splice(0, due.length);
    const batch = [
      ...due.map((): Sent => ({ lane: 'play', at: now })),
      ...Array.from({ length: Math.min(tips, rows - due.length) }, (): Sent => ({ lane: 'tip', at: now })),
    ];
    for (const one of batch) pacer.begin(one.at)(one.at);
    sent.push(...batch);
    const comes = waiting.find((at) => at > now) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(pacer.next('tip', now), pacer.next('play', now), comes);
    now = Math.max(next, now + 1) + late();
  }
  return sent;
}

/** The most that began in any second. */
function most(sent: readonly Sent[]): number {
  return Math.max(
    0,
    ...sent.map(({ at }, index) => sent.slice(index).filter((one) => one.at < at + SECOND).length),
  );
}

const tipsOf = (sent: readonly Sent[]) => sent.filter(({ lane }) => lane === 'tip');

describe('the pace of a platform', () => {
  test('is used by tips to 0.95 and more when there is nothing else, and never passed', () => {
    const sent = drain(discord, 60 * SECOND);
    expect(sent.length).toBeGreaterThanOrEqual(0.95 * 50 * 60);
    expect(most(sent)).toBeLessThanOrEqual(49);
  });

  test('is used as well when each look comes some milliseconds late', () => {
    const delays = [0, 7, 2, 5, 0, 1, 6, 3, 4, 7, 0];
    let turn = 0;
    const sent = drain(discord, 60 * SECOND, [], () => delays[turn++ % delays.length] ?? 0);
    expect(sent.length).toBeGreaterThanOrEqual(0.95 * 50 * 60);
    expect(most(sent)).toBeLessThanOrEqual(49);
  });

  test('lets what comes in the midst of tips leave at once', () => {
    const plays = Array.from({ length: 30 }, (_, index) => 5000 + index * 777);
    const sent = drain(discord, 30 * SECOND, plays);
    expect(sent.filter(({ lane }) => lane === 'play').map(({ at }) => at)).toEqual(plays);
    expect(most(sent)).toBeLessThanOrEqual(50);
  });

  test('gives way to what comes all at once, within its second', () => {
    const plays = Array.from({ length: 50 }, () => 5000);
    const sent = drain(discord, 30 * SECOND, plays);
    const done = sent.filter(({ lane }) => lane === 'play').map(({ at }) => at);
    expect(done).toHaveLength(50);
    expect(done.at(-1)).toBeLessThanOrEqual(6010);
    expect(done[9]).toBeLessThanOrEqual(5250);
    expect(most(sent)).toBeLessThanOrEqual(50);
  });

  test('leaves tips the rest', () => {
    const plays = Array.from({ length: 20 * 60 }, (_, index) => index * 50);
    const sent = drain(discord, 60 * SECOND, plays);
    expect(tipsOf(sent).length).toBeGreaterThanOrEqual(0.9 * 28 * 60);
    expect(most(sent)).toBeLessThanOrEqual(50);
  });

  test('that is slow is kept over a minute, and bursts that the platform allows are let through', () => {
    const plays = Array.from({ length: 100 }, () => 10 * SECOND);
    const sent = drain(slack, 60 * SECOND, plays);
    expect(sent.filter(({ lane }) => lane === 'play').every(({ at }) => at === 10 * SECOND)).toBe(true);
    expect(sent.length).toBeLessThanOrEqual(300);
    expect(tipsOf(sent).length).toBeGreaterThanOrEqual(0.9 * 60 * 4.8 - 100);
  });

  test('is no hindrance where there is none', () => {
    const pacer = keepPace({ burst: Number.POSITIVE_INFINITY, steady: Number.POSITIVE_INFINITY });
    for (let count = 0; count < 1000; count += 1) pacer.begin(0)(0);
    expect(pacer.room(1)).toEqual({ rows: Number.POSITIVE_INFINITY, tips: Number.POSITIVE_INFINITY });
    expect(pacer.next('tip', 1)).toBe(Number.POSITIVE_INFINITY);
    expect(pacer.next('play', 1)).toBe(Number.POSITIVE_INFINITY);
  });

  test('goes on when the clock is set back', () => {
    const pacer = keepPace(discord);
    const now = 100 * SECOND;
    for (let count = pacer.room(now).rows; count > 0; count -= 1) pacer.begin(now)(now);
    expect(pacer.room(now)).toEqual({ rows: 0, tips: 0 });
    expect(pacer.next('play', now)).toBe(now + 1010);
    expect(pacer.room(0).rows).toBe(50);
  });

  test('is divided among processes, and follows when they become more or fewer', () => {
    let share = 1 / 2;
    const pacer = keepPace(discord, () => share);
    const room = (now: number) => pacer.room(now).rows;
    expect(room(0)).toBe(25);
    for (let count = 0; count < 25; count += 1) pacer.begin(0)(0);
    expect([room(500), pacer.next('play', 500)]).toEqual([0, 1010]);
    share = 1;
    expect([room(500), pacer.next('play', 500)]).toEqual([25, Number.POSITIVE_INFINITY]);
    share = 1 / 4;
    expect([room(500), room(1010)]).toEqual([0, 12]);
    share = 1 / 100;
    expect(room(1010)).toBe(1);
  });

  test.each([2, 3, 4, 8])('is kept by %i processes together, and tips use most of it', (processes) => {
    const each = drain(discord, 20 * SECOND, [], () => 0, 1 / processes);
    const together = Array.from({ length: processes }, (_, index) =>
      each.map(({ lane, at }): Sent => ({ lane, at: at + index * 7 })),
    );
    const sent = together.flat().sort((one, other) => one.at - other.at);
    expect(most(sent)).toBeLessThanOrEqual(50);
    expect(sent.length).toBeGreaterThanOrEqual(0.78 * 50 * 20);
  });

  test('holds for whatever comes whenever, and ends no lane’s sending', () => {
    const pace = fc.record({
      burst: fc.integer({ min: 2, max: 60 }),
      steady: fc.integer({ min: 1, max: 60 }),
    });
    const plays = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 150 });
    fc.assert(
      fc.property(pace, plays, fc.array(fc.nat(30), { minLength: 1 }), (pace, plays, delays) => {
        let turn = 0;
        const late = () => delays[turn++ % delays.length] ?? 0;
        const sent = drain(pace, 600 * SECOND, plays, late);
        expect(most(sent.slice(0, 400))).toBeLessThanOrEqual(pace.burst);
        expect(sent.filter(({ lane }) => lane === 'play')).toHaveLength(plays.length);
        expect(tipsOf(sent).at(-1)?.at).toBeGreaterThanOrEqual(597 * SECOND);
      }),
      { numRuns: 30 },
    );
  });
});
