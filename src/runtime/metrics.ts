import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Answered } from './desk.ts';

export interface Metrics {
  observe(answered: Answered): void;
  /** All metrics in Prometheus's text format. */
  print(): Promise<string>;
}

/** Counts events and their time by platform and command, beside the process's own figures. */
export function openMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const events = new Counter({
    name: 'studyhall_events_total',
    help: 'Events answered.',
    labelNames: ['platform', 'command', 'verdict'],
    registers,
  });
  const time = new Histogram({
    name: 'studyhall_answer_seconds',
    help: 'Time from an event to its answer.',
    labelNames: ['platform', 'command'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 3],
    registers,
  });
  return {
    observe({ platform, command, verdict, ms }) {
      events.inc({ platform, command, verdict });
      time.observe({ platform, command }, ms / 1000);
    },
    print: () => register.metrics(),
  };
}
