import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestant.ts';

/** A click that resolves when its answer is there. */
export type Click = () => Promise<unknown>;

/** What a number of clicks has come to; times in milliseconds. */
export interface Load {
  clicks: number;
  took: number;
  /** CPU that the contestant has used. */
  cpu: number;
  /** CPU that this process has used, which is the platform and all its members. */
  ownCpu: number;
  /** From each click to its answer. */
  waits: number[];
  /** Clicks that got no answer, and were made again. */
  inVain: number;
}

/** A click without an answer is made again after so many milliseconds, as people do. */
const PATIENCE = 10_000;

/** Clicks without a break: so many are under way at any time. */
export function flood(contestant: Contestant, clicks: readonly Click[], width: number): Promise<Load> {
  return measured(contestant, (timed) =>
    several(
      clicks.map((click) => () => timed(click)),
      width,
    ),
  );
}

/** Clicks so many times a second, whether or not the answers come. */
export function pace(contestant: Contestant, clicks: readonly Click[], perSecond: number): Promise<Load> {
  return measured(contestant, async (timed) => {
    const began = performance.now();
    const underWay: Promise<void>[] = [];
    for (const [index, click] of clicks.entries()) {
      const wait = began + (index * 1000) / perSecond - performance.now();
      if (wait > 0) await sleep(wait);
      underWay.push(timed(click));
    }
    await Promise.all(underWay);
  });
}

/** Does things in their order, so many at once. */
export async function several(deeds: readonly (() => Promise<unknown>)[], width: number): Promise<void> {
  const left = deeds.values();
  const goOn = async () => {
    for (const deed of left) await deed();
  };
  await Promise.all(Array.from({ length: width }, goOn));
}

/**
 * Clicks until there is an answer.
 *
 * @returns how many clicks were in vain
 */
export async function insist(click: Click): Promise<number> {
  for (let inVain = 0; ; inVain++) {
    const answer = click();
    answer.catch(() => {}); // what comes after our patience is over concerns nobody
    const late = sleep(PATIENCE, 'late', { ref: false });
    if ((await Promise.race([answer.then(() => 'in time'), late])) === 'in time') return inVain;
  }
}

async function measured(
  contestant: Contestant,
  run: (timed: (click: Click) => Promise<void>) => Promise<void>,
): Promise<Load> {
  const waits: number[] = [];
  let inVain = 0;
  const timed = async (click: Click) => {
    const clicked = performance.now();
    inVain += await insist(click);
    waits.push(performance.now() - clicked);
  };
  const [cpu, own, began] = [await contestant.cpu(), process.cpuUsage(), performance.now()];
  await run(timed);
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(own);
  return {
    clicks: waits.length,
    took,
    cpu: (await contestant.cpu()) - cpu,
    ownCpu: (user + system) / 1000,
    waits,
    inVain,
  };
}

/** Clicks a second. */
export function rate({ clicks, took }: Load): number {
  return (clicks * 1000) / took;
}

/** Milliseconds of the contestant's CPU for each click. */
export function cpuEach({ clicks, cpu }: Load): number {
  return cpu / clicks;
}

/** The number below which such a share of them lies. */
export function percentile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)] ?? Number.NaN;
}
