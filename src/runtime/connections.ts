import type { Adapter, Log } from '../chat/chat.ts';
import { OutageError, PlatformError, StoreError } from '../chat/errors.ts';
import type { PlatformName } from '../chat/event.ts';
import type { Clock } from './clock.ts';

/** `away` comes back by itself; `off` is off until the program is started again, because somebody has to mend something first. */
export type ConnectionState = 'connecting' | 'connected' | 'away' | 'off';

export interface ConnectionsDeps {
  clock: Clock;
  log: Log;
  /** Prints a line for the person who started the program. */
  say(line: string): void;
  /** Called before a platform is connected. @throws PlatformError when this process may not */
  join(platform: PlatformName, adapter: Adapter): Promise<void>;
  /** Called when it is connected: what waits for it goes on. */
  joined(platform: PlatformName, adapter: Adapter): Promise<void>;
  /** Called when it could not be connected, or is lost for good. */
  leave(platform: PlatformName): void;
  /** Called each time that a connection is there again after it was cut. */
  reconnected(platform: PlatformName): void;
}

/** The platforms that are configured, and how they stand. */
export interface Connections {
  /** Tries each of them once. One that cannot be reached is tried again from then on, and one that refuses is off: the others go on. */
  open(adapters: ReadonlyMap<PlatformName, Adapter>): Promise<void>;
  states(): ReadonlyMap<PlatformName, ConnectionState>;
  /** For the adapters: a platform is lost for good. */
  lost(platform: PlatformName, error: Error): void;
  /** For the adapters: a connection that they see to themselves. */
  changed(platform: PlatformName, is: 'cut' | 'back'): void;
  stop(): Promise<void>;
}

/** Milliseconds between tries to connect: each pause is twice the one before it, within these. */
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 5 * 60_000;
/** A connection is told to be cut after so many milliseconds: platforms move connections all the time. */
const NOTICEABLE = 30_000;

interface Connection {
  adapter: Adapter;
  state: ConnectionState;
  pause: number;
  /** Whether the log has been told that it is away. */
  told: boolean;
  callOff(): void;
}

export function openConnections(deps: ConnectionsDeps): Connections {
  const { clock, log, say, join, joined, leave, reconnected } = deps;
  const all = new Map<PlatformName, Connection>();
  let stopped = false;

  const connect = async (platform: PlatformName, connection: Connection): Promise<void> => {
    const { adapter } = connection;
    try {
      await join(platform, adapter);
      const lines = await adapter.start();
      // Much may have happened since it was there.
      if (stopped || connection.state === 'off') return await adapter.stop();
      connection.state = 'connected';
      back(platform, connection);
      lines.forEach(say);
    } catch (error) {
      leave(platform);
      if (!stopped) failed(platform, connection, error);
      return;
    }
    await joined(platform, adapter).catch((error) =>
      log.error({ platform, err: error }, 'What waits for this platform could not be gone on with.'),
    );
  };

  const failed = (platform: PlatformName, connection: Connection, error: unknown) => {
    if (error instanceof PlatformError && !(error instanceof OutageError))
      return off(platform, connection, error);
    const known = error instanceof OutageError || error instanceof StoreError;
    away(
      platform,
      connection,
      known ? error.message : 'It could not be connected.',
      known ? {} : { err: error },
    );
    connection.callOff = clock.at(clock.now() + connection.pause, () => void connect(platform, connection));
    connection.pause = Math.min(connection.pause * 2, LONGEST_PAUSE);
  };

  const off = (platform: PlatformName, connection: Connection, { message }: Error) => {
    connection.state = 'off';
    log.error({ platform }, `${message} This platform is off until the next start.`);
  };

  /** Says so once for each time that it is away. */
  const away = (platform: PlatformName, connection: Connection, reason: string, fields: object) => {
    connection.state = 'away';
    if (!connection.told) log.warn({ platform, ...fields }, `${reason} It is tried again until it is there.`);
    connection.told = true;
  };

  const back = (platform: PlatformName, connection: Connection) => {
    if (connection.told) log.info({ platform }, 'It is connected.');
    connection.told = false;
    connection.pause = FIRST_PAUSE;
  };

  return {
    async open(adapters) {
      for (const [platform, adapter] of adapters)
        all.set(platform, {
          adapter,
          state: 'connecting',
          pause: FIRST_PAUSE,
          told: false,
          callOff: () => {},
        });
      await Promise.all([...all].map(([platform, connection]) => connect(platform, connection)));
    },
    states: () => new Map([...all].map(([platform, { state }]) => [platform, state])),
    lost(platform, error) {
      const connection = all.get(platform);
      if (!connection || connection.state === 'off' || stopped) return;
      connection.callOff();
      off(platform, connection, error);
      leave(platform);
      void connection.adapter.stop();
    },
    changed(platform, is) {
      const connection = all.get(platform);
      if (!connection || connection.state === 'off' || stopped) return;
      connection.callOff();
      if (is === 'cut') {
        connection.state = 'away';
        const tell = () => away(platform, connection, 'The connection was cut half a minute ago.', {});
        connection.callOff = clock.at(clock.now() + NOTICEABLE, tell);
      } else {
        connection.state = 'connected';
        reconnected(platform);
        back(platform, connection);
      }
    },
    async stop() {
      stopped = true;
      for (const { callOff } of all.values()) callOff();
      await Promise.allSettled([...all.values()].map(({ adapter }) => adapter.stop()));
    },
  };
}
