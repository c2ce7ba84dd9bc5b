import { parseAction } from '../chat/action.ts';
import type { Chat, Log } from '../chat/chat.ts';
import type { Command } from '../chat/command.ts';
import { StoreError, UserError } from '../chat/errors.ts';
import type { Event, PlatformName } from '../chat/event.ts';
import { SendError } from '../chat/port.ts';
import type { Reply } from '../chat/reply.ts';
import { createRouter, refuse } from '../chat/router.ts';
import { openAllowance } from './allowance.ts';
import type { Metrics } from './metrics/metrics.ts';

export interface DeskDeps {
  commands: () => readonly Command[];
  onChange: (listener: () => void) => void;
  log: Log;
  metrics?: Pick<Metrics, 'answered' | 'acknowledged'>;
  /** Milliseconds from any start, never going back. */
  elapsed: () => number;
}

export interface Desk extends Chat {
  /** Milliseconds since the latest event came; infinite before the first. */
  quietFor(): number;
}

/** What there is to know of an event once it is answered: never what was said, or by whom. */
export interface Answered {
  platform: PlatformName;
  /** Its name, with the verb of a button; `unknown` for what no command of ours could have caused. */
  command: string;
  verdict: string;
  ms: number;
}

/** The reference is the event's id, which stands in the log too. */
const say = {
  tooMuch: 'That was a lot at once. Please wait a few seconds.',
  noStore: (reference: string) =>
    `My memory does not answer just now. Please try again in a minute; if it stays, tell my host: ${reference}.`,
  noPlatform: (reference: string) =>
    `I could not find out what may be done here. Please try again in a moment; if it stays, tell my host: ${reference}.`,
  bug: (reference: string) =>
    `Something went wrong on my side. Please try again; if it stays, tell my host: ${reference}.`,
};

/** The same for everyone and every time, so that a flood costs nothing to refuse. */
const limited = refuse(say.tooMuch, 'limited');

/**
 * Where all events arrive: hands them to the router unless they are too many, logs one line for each (never what was said), and turns what
 * should not happen into a private sentence with a reference that the log has too.
 */
export function openDesk({ commands, onChange, log, metrics, elapsed }: DeskDeps): Desk {
  const router = createRouter(commands);
  const allowance = openAllowance();
  let latest = Number.NEGATIVE_INFINITY;

  const failed = (event: Event, error: unknown): UserError => {
    if (error instanceof StoreError || error instanceof SendError) {
      log.warn({ event: event.id, reason: error.message }, 'An event could not be answered.');
      return new UserError((error instanceof StoreError ? say.noStore : say.noPlatform)(event.id));
    }
    log.error({ event: event.id, err: error }, 'A handler failed.');
    return new UserError(say.bug(event.id));
  };

  const answer = (event: Event): Reply => {
    try {
      return router.handle(event);
    } catch (error) {
      return refuse(failed(event, error).message, 'failed');
    }
  };

  return {
    commands,
    onChange,
    quietFor: () => elapsed() - latest,
    arrived() {
      if (!metrics) return () => {};
      const began = elapsed();
      return (event) => metrics.acknowledged(event.platform, commandOf(event, commands()), elapsed() - began);
    },
    suggest(command, option, typed, { platform, member }) {
      if (allowance.admitsTyping(platform, member, elapsed())) return router.suggest(command, option, typed);
      metrics?.answered({ platform, command: 'suggest', verdict: limited.verdict, ms: 0 });
      return [];
    },
    handle(event) {
      const started = elapsed();
      latest = started;
      const note = (verdict: string) => {
        const ms = Math.round((elapsed() - started) * 10) / 10;
        const answered = { platform: event.platform, command: commandOf(event, commands()), verdict, ms };
        log.info({ event: event.id, ...answered }, 'answered');
        metrics?.answered(answered);
      };
      const reply = allowance.admits(event, started) ? answer(event) : limited;
      if (reply.kind === 'form' || !(reply.message instanceof Promise)) {
        note(reply.verdict);
        return reply;
      }
      const message = reply.message.then(
        (parts) => {
          note(reply.verdict);
          return parts;
        },
        (error: unknown) => {
          note(error instanceof UserError ? 'refused' : 'failed');
          throw error instanceof UserError ? error : failed(event, error);
        },
      );
      return { ...reply, message };
    },
  };
}

function commandOf({ input }: Event, commands: readonly Command[]): string {
  const known = (name: string | undefined) => commands.find((command) => command.name === name);
  switch (input.kind) {
    case 'command':
    case 'line':
      return known(input.command.split(' ')[0])?.name ?? 'unknown';
    case 'action': {
      const { command, verb = '' } = parseAction(input.action) ?? {};
      const { name, actions = {} } = known(command) ?? {};
      return name && Object.hasOwn(actions, verb) ? `${name}:${verb}` : (name ?? 'unknown');
    }
    case 'menu':
      return known(input.menu) ? `menu:${input.menu}` : 'unknown';
    default:
      return input.kind;
  }
}
