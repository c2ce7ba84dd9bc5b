/** A metric of ours, as Prometheus knows it. Labels have few values: names of platforms, commands and the like, never an id. */
export interface Definition {
  kind: 'counter' | 'gauge' | 'histogram';
  name: string;
  help: string;
  labels: readonly string[];
  /** Upper bounds of a histogram, in seconds. */
  buckets?: number[];
}

/** From what is at once to the three seconds that a platform waits. */
const answering = [0.001, 0.005, 0.02, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 10];
/** What happens many times a second. */
const quick = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.2, 1, 5];

/** All metrics of ours, beside those of Node and of the process. */
export const list = {
  events: {
    kind: 'counter',
    name: 'studyhall_events_total',
    help: 'Events answered. The verdict is limited for what was too much, refused for what cannot be done, failed for our own faults; the command is unknown for what no button of ours does.',
    labels: ['platform', 'command', 'verdict'],
  },
  acknowledgement: {
    kind: 'histogram',
    name: 'studyhall_acknowledgement_seconds',
    help: 'Time from when an event has reached us until the platform has taken the first answer to it.',
    labels: ['platform', 'command'],
    buckets: answering,
  },
  handler: {
    kind: 'histogram',
    name: 'studyhall_handler_seconds',
    help: 'Time in which the answer to an event was made.',
    labels: ['platform', 'command'],
    buckets: answering,
  },
  searches: {
    kind: 'histogram',
    name: 'studyhall_search_seconds',
    help: 'Time in which a lookup was answered, by what the search has found.',
    labels: ['verdict'],
    buckets: quick,
  },
  sends: {
    kind: 'counter',
    name: 'studyhall_sends_total',
    help: 'Tries to send a row of the outbox. The outcome is posted, edited or refused; later or unknown, and then it is tried again; assumed or expired for a tip that is let go.',
    labels: ['platform', 'lane', 'outcome'],
  },
  limited: {
    kind: 'counter',
    name: 'studyhall_rate_limited_total',
    help: 'Requests that a platform has answered with 429.',
    labels: ['platform'],
  },
  outboxRows: {
    kind: 'gauge',
    name: 'studyhall_outbox_rows',
    help: 'Rows of the outbox, of all processes on the store.',
    labels: ['platform', 'lane'],
  },
  outboxOldest: {
    kind: 'gauge',
    name: 'studyhall_outbox_oldest_seconds',
    help: 'How long the oldest row of the outbox has been there.',
    labels: ['platform', 'lane'],
  },
  rounds: {
    kind: 'gauge',
    name: 'studyhall_rounds_live',
    help: 'Rounds that are being played, of all processes on the store.',
    labels: ['platform'],
  },
  tipsDue: {
    kind: 'gauge',
    name: 'studyhall_tips_due',
    help: 'Subscriptions that are due and that no process has taken up yet.',
    labels: ['platform'],
  },
  tipsLate: {
    kind: 'gauge',
    name: 'studyhall_tips_late',
    help: 'Those that have been due for more than a minute.',
    labels: ['platform'],
  },
  store: {
    kind: 'histogram',
    name: 'studyhall_store_seconds',
    help: 'Time of work on the store, waiting included: a read, a change, or a transaction of several.',
    labels: ['work'],
    buckets: quick,
  },
  storeFailures: {
    kind: 'counter',
    name: 'studyhall_store_failures_total',
    help: 'Work that the store did not do.',
    labels: ['work'],
  },
  refusals: {
    kind: 'counter',
    name: 'studyhall_http_refusals_total',
    help: 'HTTP requests refused: 400 unreadable or cut off, 401 not signed by Slack, 403 from a foreign page, 404 no such path, 408 too slow, 413 too large, 415 no JSON, 431 headers too large.',
    labels: ['status'],
  },
  connected: {
    kind: 'gauge',
    name: 'studyhall_connected',
    help: '1 for a platform that is connected, else 0.',
    labels: ['platform'],
  },
  reconnects: {
    kind: 'counter',
    name: 'studyhall_reconnects_total',
    help: 'Connections that were cut and are there again.',
    labels: ['platform'],
  },
  ready: {
    kind: 'gauge',
    name: 'studyhall_ready',
    help: '1 while /readyz answers 200, else 0.',
    labels: [],
  },
} as const satisfies Record<string, Definition>;
