import type { Command } from './command.ts';
import type { Event, PlatformName } from './event.ts';
import type { Suggestion } from './options.ts';
import type { Port } from './port.ts';
import type { Reply } from './reply.ts';

/** What an adapter is given of the house: the commands there are, and someone to bring events to. */
export interface Chat {
  /** The commands of this moment; they change when decks are added or removed. */
  commands(): readonly Command[];
  /** Never throws: what goes wrong becomes a private sentence for the actor. */
  handle(event: Event): Reply;
  /** Something has come in. What this returns is called with the event that it was, once the platform has taken the first answer to it. */
  arrived(): (event: Event) => void;
  /** Best first, at most 25, for an option that is being typed; a subcommand as `quiz start`. Never throws. */
  suggest(command: string, option: string, typed: string, by: Typist): readonly Suggestion[];
  /** Calls back whenever the commands have changed. */
  onChange(listener: () => void): void;
}

/** Who is typing: a member by the platform's own id. */
export interface Typist {
  platform: PlatformName;
  member: string;
}

/** The part of a platform that one of several processes serves. */
export interface Part {
  /** In the platform's own words, for the other processes. */
  name: string;
  /** Why it cannot be served beside those of others, as a sentence that says what to do instead. */
  conflict(others: readonly string[]): string | undefined;
}

/** A platform, as the program starts and stops it. */
export interface Adapter {
  /** Usable between `start` and `stop`. */
  port: Port;
  /** Left out where any number of processes may serve the platform together. */
  part?: Part;
  /**
   * Connects. Resolves when members can be answered, with lines that the host should read (an invite link, a step that is left). After an
   * error it may be called again.
   *
   * @throws OutageError when the platform cannot be reached
   * @throws PlatformError when it refuses, until somebody mends what the message says
   */
  start(): Promise<readonly string[]>;
  /** Takes no new events, finishes the replies under way and disconnects. */
  stop(): Promise<void>;
}

/** The part of the log that adapters use. Neither the text of a message nor a secret is ever logged. */
export interface Log {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** What every adapter needs, beside its own platform's settings. */
export interface AdapterDeps {
  chat: Chat;
  log: Log;
  /** Called when the platform is lost for good after `start`: a revoked token, for example. */
  lost(error: Error): void;
  /** Called when the connection is cut after `start`, and when it is there again: the adapter sees to that by itself. */
  connection(is: 'cut' | 'back'): void;
  /** Called when the platform has answered a request with 429. */
  limited(): void;
}
