import type { Log } from '../chat/chat.ts';
import type { PlatformName } from '../chat/event.ts';
import { type Port, type Ports, SendError, type SendFailure } from '../chat/port.ts';
import type { Lane, OutboxRow, Room, Store, Tables } from '../store/types.ts';
import type { Clock } from './clock.ts';
import { type Outcome, tryOnce } from './delivery.ts';
import { openLoop } from './loop.ts';
import { keepPace, type Pacer } from './pace.ts';

export type { Outcome } from './delivery.ts';

export interface OutboxDeps {
  store: Store;
  /** Those of the platforms that are connected. */
  ports(): Ports;
  /** What of a platform's pace is this process's: above 0 and up to 1. */
  share(platform: PlatformName): number;
  /** This process, among those that work on the store. */
  process: string;
  clock: Clock;
  log: Log;
  settle(tables: Tables, row: OutboxRow, outcome: Outcome): Promise<void>;
  /** Called after each transaction in which something was settled. */
  settled(): void;
  /** Told of every try, and what came of it. */
  sent?(platform: PlatformName, lane: Lane, outcome: Outcome['kind'] | SendFailure['kind']): void;
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
/** Rows under way at once on a platform, and how many of them may be tips. */
const WIDTH = 50;
const TIPS = 40;
/** Milliseconds between looks for rows that other processes have left behind. */
const LOOK = 1000;
const LONGEST_BACKOFF = 30_000;

/**
 * Sends what the store says is to be sent, in order for each place and lane and within each platform's pace, and is the only one who tries
 * anything again. A row belongs to this process before it is sent; when nobody knows whether the platform took a post, the platform is asked,
 * by the key of the post or by looking for it: docs/architecture.md tells the rules.
 */
export function openOutbox(deps: OutboxDeps): OutboxRunner {
  const { store, ports, share, process, clock, log, settle, settled } = deps;
  /** By the ids of their rows. */
  const underWay = new Map<string, { row: OutboxRow; sent: Promise<void> }>();
  /** Platforms that asked for silence, until when. */
  const silent = new Map<PlatformName, { since: number; until: number }>();
  const pacers = new Map<PlatformName, Pacer>();

  const pacerOf = (platform: PlatformName, { pace }: Port): Pacer => {
    const known = pacers.get(platform);
    if (known) return known;
    const pacer = keepPace(pace, () => share(platform));
    pacers.set(platform, pacer);
    return pacer;
  };

  const roomOn = (platform: PlatformName, pacer: Pacer, now: number): Room => {
    const here = [...underWay.values()].filter(({ row }) => row.platform === platform);
    const tips = here.filter(({ row }) => row.lane === 'tip').length;
    const room = pacer.room(now);
    return {
      platform,
      rows: Math.min(room.rows, WIDTH - here.length),
      tips: Math.min(room.tips, TIPS - tips),
    };
  };

  /** When there is more to send on a platform: in a lane that was not filled, when the next row is due, else when there is room again. */
  const nextOn = async (room: Room, taken: readonly OutboxRow[], pacer: Pacer, now: number) => {
    const tips = taken.filter(({ lane }) => lane === 'tip').length;
    const full = { play: taken.length === room.rows, tip: taken.length === room.rows || tips === room.tips };
    const next = async (lane: Lane) =>
      full[lane] ? pacer.next(lane, now) : await store.outbox.nextDue(room.platform, lane);
    const moments = await Promise.all([next('play'), next('tip')]);
    return Math.min(...moments.map((moment) => moment ?? Number.POSITIVE_INFINITY));
  };

  const work = async (): Promise<number> => {
    const now = clock.now();
    // Clocks are set back, too: then a silence counts as over.
    for (const [platform, { since, until }] of silent)
      if (now >= until || now < since) silent.delete(platform);
    const speaking = [...ports()].filter(([platform]) => !silent.has(platform));
    const rooms = speaking.map(([platform, port]) => {
      const pacer = pacerOf(platform, port);
      return { pacer, room: roomOn(platform, pacer, now) };
    });
    const free = rooms.map(({ room }) => room).filter(({ rows }) => rows > 0);
    const taken = free.length > 0 ? await store.outbox.take(process, free, now, now + LEASE) : [];
    // A process that stood still for longer than a lease is given its own rows again.
    for (const row of taken) if (!underWay.has(row.id)) send(row);
    const moments = rooms.map(({ room, pacer }) => {
      const here = taken.filter(({ platform }) => platform === room.platform);
      return nextOn(room, here, pacer, now);
    });
    const silences = [...silent.values()].map(({ until }) => until);
    return Math.min(now + LOOK, ...silences, ...(await Promise.all(moments)));
  };

  const send = (row: OutboxRow) => {
    const sent = deliver(row)
      .catch((error) => log.error({ err: error, row: row.id }, 'What was sent could not be noted.'))
      .finally(() => {
        underWay.delete(row.id);
        loop.wake();
      });
    underWay.set(row.id, { row, sent });
  };

  const deliver = async (row: OutboxRow) => {
    const port = ports().get(row.platform);
    if (!port) return postpone(row, { kind: 'later', after: 0 });
    const end = pacerOf(row.platform, port).begin(clock.now());
    const outcome = await tryOnce(port, row, clock.now()).catch((error) => failureOf(error, row));
    end(clock.now());
    deps.sent?.(row.platform, row.lane ?? 'play', outcome.kind);
    if (outcome.kind === 'later' || outcome.kind === 'unknown') return postpone(row, outcome);
    await store.transaction(async (tables) => {
      if (await tables.outbox.done(row.id, process)) await settle(tables, row, outcome);
    });
    settled();
  };

  const postpone = async (row: OutboxRow, failure: SendFailure) => {
    const now = clock.now();
    const wait = failure.kind === 'later' ? failure.after : Math.min(1000 * 2 ** row.tries, LONGEST_BACKOFF);
    if (failure.kind === 'later' && failure.everywhere)
      silent.set(row.platform, { since: now, until: now + wait });
    // An earlier try stays in doubt, whatever has become of the later one.
    await store.outbox.later(row.id, process, now + wait, row.doubtful || failure.kind === 'unknown');
  };

  const failureOf = (error: unknown, { platform, id }: OutboxRow): SendFailure => {
    if (!(error instanceof SendError)) {
      log.error({ err: error }, 'A port failed.');
      return { kind: 'unknown' };
    }
    if (error.failure.kind === 'refused')
      log.warn({ platform, row: id, reason: error.message }, 'A message was refused.');
    return error.failure;
  };

  const renew = async (): Promise<number> => {
    if (underWay.size > 0) await store.outbox.renew([...underWay.keys()], process, clock.now() + LEASE);
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
      await Promise.all([...underWay.values()].map(({ sent }) => sent));
      await renewal.stop();
    },
  };
}
