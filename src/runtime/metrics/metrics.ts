import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { PlatformName } from '../../chat/event.ts';
import type { Verdict } from '../../core/search/types.ts';
import type { Lane } from '../../store/types.ts';
import type { Answered } from '../desk.ts';
import { openGauges, type Sources } from './gauges.ts';
import { type Definition, list } from './list.ts';

/** Who counts what the program does. Times are in milliseconds here, and in seconds in what is printed. */
export interface Metrics {
  answered(answered: Answered): void;
  acknowledged(platform: PlatformName, command: string, ms: number): void;
  sent(platform: PlatformName, lane: Lane, outcome: string): void;
  limited(platform: PlatformName): void;
  stored(work: string, ms: number, failed: boolean): void;
  refused(status: number): void;
  reconnected(platform: PlatformName): void;
  /** All metrics in Prometheus's text format. */
  print(): Promise<string>;
}

/** What a lookup can come to: a search's verdict, or what it has found instead of one topic. */
const found: ReadonlySet<string> = new Set<Verdict | 'comparison' | 'category'>([
  'exact',
  'confident',
  'ambiguous',
  'none',
  'comparison',
  'category',
]);

type Metric<L extends string> = Definition & { labels: readonly L[] };

/** Counts from now on, beside the figures of Node and of the process. */
export function openMetrics(sources: Sources): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = <L extends string>({ name, help, labels }: Metric<L>) =>
    new Counter({ name, help, labelNames: labels, registers });
  const histogram = <L extends string>({ name, help, labels, buckets = [] }: Metric<L>) =>
    new Histogram({ name, help, labelNames: labels, buckets, registers });
  const events = counter(list.events);
  const acknowledgement = histogram(list.acknowledgement);
  const handler = histogram(list.handler);
  const searches = histogram(list.searches);
  const sends = counter(list.sends);
  const limited = counter(list.limited);
  const store = histogram(list.store);
  const storeFailures = counter(list.storeFailures);
  const refusals = counter(list.refusals);
  const reconnects = counter(list.reconnects);
  const look = openGauges(register, sources);

  return {
    answered({ platform, command, verdict, ms }) {
      events.inc({ platform, command, verdict });
      handler.observe({ platform, command }, ms / 1000);
      if (found.has(verdict)) searches.observe({ verdict }, ms / 1000);
    },
    acknowledged: (platform, command, ms) => acknowledgement.observe({ platform, command }, ms / 1000),
    sent: (platform, lane, outcome) => sends.inc({ platform, lane, outcome }),
    limited: (platform) => limited.inc({ platform }),
    stored(work, ms, failed) {
      store.observe({ work }, ms / 1000);
      if (failed) storeFailures.inc({ work });
    },
    refused: (status) => refusals.inc({ status }),
    reconnected: (platform) => reconnects.inc({ platform }),
    async print() {
      await look();
      return register.metrics();
    },
  };
}
