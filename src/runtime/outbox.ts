import type { Log } from '../chat/chat.ts';
import type { PlatformName } from '../chat/event.ts';
import { laterBy } from '../chat/moments.ts';
import { type Port, type Ports, type Posted, SendError, type SendFailure } from '../chat/port.ts';
import type { OutboxRow, Store, Tables } from '../store/types.ts';
import type { Clock } from './clock.ts';
import { openLoop } from './loop.ts';

/** What became of a row, for whom it concerns: told in the transaction that takes the row out. */
export type Outcome = { kind: 'posted'; posted: Posted } | { kind: 'edited' } | { kind: 'refused' };

export interface OutboxDeps {
  store: Store;
  /** Those of the platforms that are connected. */
  ports(): Ports;
  /** This process, among those that work on the store. */
  process: string;
  clock: Clock;
  log: Log;
  settle(tables: Tables, row: OutboxRow, outcome: Outcome): Promise<void>;
  /** Called after each transaction in which something was settled. */
  settled(): void;
}

export interface OutboxRunner {
  /** Looks for rows at once. */
  wake(): void;
  /** Takes no more rows and waits for those under way. */
  stop(): Promise<void>;
}

/** A row belongs to a process for so long, in milliseconds; while it is being sent, the time is renewed. */
const LEASE = 4000;
const RENEW = 1000;
/** Rows under way at once. */
const WIDTH = 50;
/** Milliseconds between looks for rows that other processes have left behind. */
const LOOK = 1000;
/** What could not be sent for so long counts as refused, in milliseconds. */
const PATIENCE = 15 * 60_000;
const LONGEST_BACKOFF = 30_000;

/**
 * Sends what the store says is to be sent, in order for each place, and is the only one who tries anything again. A row belongs to this
 * process before it is sent; when nobody knows whether the platform took a post, the platform is asked, by the key of the post or by
 * looking for it (DESIGN of delivery: docs/architecture.md).
 */
export function openOutbox({ store, ports, process, clock, log, settle, settled }: OutboxDeps): OutboxRunner {
  const underWay = new Set<Promise<void>>();
  /** Platforms that asked for silence, until when. */
  const silent = new Map<PlatformName, number>();

  const speaking = () => [...ports().keys()].filter((platform) => (silent.get(platform) ?? 0) <= clock.now());

  const work = async (): Promise<number> => {
    const now = clock.now();
    const platforms = speaking();
    const room = WIDTH - underWay.size;
    if (platforms.length === 0 || room <= 0) return now + LOOK;
    const rows = await store.outbox.take(process, platforms, now, now + LEASE, room);
    for (const row of rows) send(row);
    if (rows.length === room) return now + LOOK;
    return Math.min((await store.outbox.nextDue(platforms)) ?? Number.POSITIVE_INFINITY, now + LOOK);
  };

  const send = (row: OutboxRow) => {
    const sending = deliver(row)
      .catch((error) => log.error({ err: error, row: row.id }, 'What was sent could not be noted.'))
      .finally(() => {
        underWay.delete(sending);
        loop.wake();
      });
    underWay.add(sending);
  };

  const deliver = async (row: OutboxRow) => {
    const port = ports().get(row.platform);
    if (!port) return;
    const outcome = await tryOnce(port, row, clock.now()).catch(failureOf);
    if (outcome.kind === 'later' || outcome.kind === 'unknown') return postpone(row, outcome);
    if (outcome.kind === 'refused')
      log.warn({ platform: row.platform, row: row.id }, 'A message was refused.');
    await store.transaction(async (tables) => {
      if (await tables.outbox.done(row.id, process)) await settle(tables, row, outcome);
    });
    settled();
  };

  const postpone = async (row: OutboxRow, failure: SendFailure) => {
    const now = clock.now();
    const wait = failure.kind === 'later' ? failure.after : Math.min(1000 * 2 ** row.tries, LONGEST_BACKOFF);
    if (failure.kind === 'later' && failure.everywhere) silent.set(row.platform, now + wait);
    // An earlier try stays in doubt, whatever has become of the later one.
    await store.outbox.later(row.id, process, now + wait, row.doubtful || failure.kind === 'unknown');
  };

  const failureOf = (error: unknown): SendFailure => {
    if (error instanceof SendError) return error.failure;
    log.error({ err: error }, 'A port failed.');
    return { kind: 'unknown' };
  };

  const renew = async (): Promise<number> => {
    if (underWay.size > 0) await store.outbox.renew(process, clock.now() + LEASE);
    return clock.now() + RENEW;
  };

  const troubled = (error: unknown) => log.error({ err: error }, 'The outbox cannot reach the store.');
  const loop = openLoop(clock, work, troubled);
  const renewal = openLoop(clock, renew, troubled);
  renewal.wake();
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await Promise.all(underWay);
      await renewal.stop();
    },
  };
}

/** @throws SendError */
async function tryOnce(port: Port, row: OutboxRow, now: number): Promise<Outcome> {
  const { dispatch } = row;
  if (now - row.at > PATIENCE) return { kind: 'refused' };
  const message = laterBy((row.doubtful ? (row.triedAt ?? now) : now) - row.at, dispatch.message);
  switch (dispatch.kind) {
    case 'edit':
      await port.edit(dispatch.place, dispatch.id, message);
      return { kind: 'edited' };
    case 'direct':
      return { kind: 'posted', posted: await port.direct(dispatch.place, message, keyOf(row)) };
    case 'post': {
      const { place, replyTo } = dispatch;
      const posting = { place, message, key: keyOf(row), ...(replyTo !== undefined && { replyTo }) };
      const before = row.doubtful ? await found(port, posting, row.triedAt ?? now, now) : undefined;
      return { kind: 'posted', posted: before ?? (await port.post(posting)) };
    }
  }
}

/** Unlike the keys of any other store that this bot has had: a new one counts its rows from the beginning. */
function keyOf({ at, id }: OutboxRow): string {
  return `${at.toString(36)}-${id}`;
}

/** What an earlier try has come to; undefined where posting again is right, or harmless. */
async function found(
  port: Port,
  posting: Parameters<Port['find']>[0],
  since: number,
  now: number,
): Promise<Posted | undefined> {
  if (now - since < port.idempotentFor) return undefined;
  const before = await port.find(posting, since);
  return typeof before === 'object' ? before : undefined;
}
