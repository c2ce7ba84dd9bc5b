import type { Chat, Log } from '../chat/chat.ts';
import type { Command } from '../chat/command.ts';
import { UserError } from '../chat/errors.ts';
import type { Event } from '../chat/event.ts';
import type { Reply } from '../chat/reply.ts';
import { createRouter, refuse } from '../chat/router.ts';

export interface DeskDeps {
  commands: () => readonly Command[];
  onChange: (listener: () => void) => void;
  log: Log;
  /** Milliseconds from any start, never going back. */
  elapsed: () => number;
}

/**
 * Where all events arrive: hands them to the router, logs one line for each (never what was said), and turns what should not happen
 * into a private sentence with a reference that the log has too.
 */
export function openDesk({ commands, onChange, log, elapsed }: DeskDeps): Chat {
  const router = createRouter(commands);

  const failed = (event: Event, error: unknown): UserError => {
    log.error({ event: event.id, err: error }, 'A handler failed.');
    return new UserError(
      `Something went wrong on my side. Please try again; if it stays, tell my host: ${event.id}.`,
    );
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
    suggest: router.suggest,
    handle(event) {
      const started = elapsed();
      const note = (verdict: string) =>
        log.info(
          {
            platform: event.platform,
            event: event.id,
            command: commandOf(event),
            verdict,
            ms: Math.round((elapsed() - started) * 10) / 10,
          },
          'answered',
        );
      const reply = answer(event);
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

/** Which command an event is for, without what was asked. */
function commandOf({ input }: Event): string {
  switch (input.kind) {
    case 'command':
    case 'line':
      return input.command;
    case 'action':
      return input.action.split(':', 2).join(':').slice(0, 40);
    case 'menu':
      return `menu:${input.menu}`;
    default:
      return input.kind;
  }
}
