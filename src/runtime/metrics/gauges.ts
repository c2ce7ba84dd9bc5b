import { Gauge, type Registry } from 'prom-client';
import { StoreError } from '../../chat/errors.ts';
import type { PlatformName } from '../../chat/event.ts';
import type { Load } from '../../store/types.ts';
import type { Clock } from '../clock.ts';
import type { ConnectionState } from '../connections.ts';
import { keep, within } from '../kept.ts';
import type { Readiness } from '../readiness.ts';
import { type Definition, list } from './list.ts';

/** What is looked at when the metrics are asked for. */
export interface Sources {
  /** @throws StoreError */
  figures(): Promise<Load>;
  /** Of the platforms that are configured. */
  states(): ReadonlyMap<PlatformName, ConnectionState>;
  readiness(): Promise<Readiness>;
  clock: Clock;
}

/** Milliseconds for which the store is not asked again, and within which it is to answer. */
const KEEP = 5000;
const PATIENCE = 2000;

/**
 * Makes what is looked at rather than counted.
 *
 * @returns looks at it. While the store does not answer, what it would have told is left out.
 */
export function openGauges(registry: Registry, sources: Sources): () => Promise<void> {
  const { states, readiness, clock } = sources;
  const registers = [registry];
  const gauge = <L extends string>({ name, help, labels }: Definition & { labels: readonly L[] }) =>
    new Gauge({ name, help, labelNames: labels, registers });
  const outboxRows = gauge(list.outboxRows);
  const outboxOldest = gauge(list.outboxOldest);
  const rounds = gauge(list.rounds);
  const tipsDue = gauge(list.tipsDue);
  const tipsLate = gauge(list.tipsLate);
  const connected = gauge(list.connected);
  const ready = gauge(list.ready);
  const ask = keep(KEEP, clock, sources.figures);

  const setFigures = (platform: PlatformName, { outbox, rounds: live, tips }: Load) => {
    for (const lane of ['play', 'tip'] as const) {
      const waiting = outbox.find((one) => one.platform === platform && one.lane === lane);
      outboxRows.set({ platform, lane }, waiting?.rows ?? 0);
      outboxOldest.set({ platform, lane }, waiting ? Math.max(0, clock.now() - waiting.oldest) / 1000 : 0);
    }
    rounds.set({ platform }, live.find((one) => one.platform === platform)?.live ?? 0);
    const due = tips.find((one) => one.platform === platform);
    tipsDue.set({ platform }, due?.due ?? 0);
    tipsLate.set({ platform }, due?.late ?? 0);
  };

  return async () => {
    const [figures, found] = await Promise.all([
      within(clock, PATIENCE, ask()).catch((error: unknown) => {
        if (error instanceof StoreError) return undefined;
        throw error;
      }),
      readiness(),
    ]);
    for (const one of [outboxRows, outboxOldest, rounds, tipsDue, tipsLate]) one.reset();
    for (const [platform, state] of states()) {
      connected.set({ platform }, state === 'connected' ? 1 : 0);
      if (figures) setFigures(platform, figures);
    }
    ready.set(found.ready ? 1 : 0);
  };
}
