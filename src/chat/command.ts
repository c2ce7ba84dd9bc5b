import type { Event } from './event.ts';
import type { Options, Values } from './options.ts';
import type { Reply } from './reply.ts';

/**
 * A command, whole: from this one object come the router's entry, Discord's registration, Slack's manifest and forms, the playground's
 * form and the help.
 */
export interface Command<O extends Options = Options> {
  /** What follows the slash: 1-32 of a-z, 0-9, `-` and `_`. */
  name: string;
  /** At most 100 characters. */
  summary: string;
  options: O;
  run(values: Values<O>, event: Event): Reply;
  /** What its buttons and choices do, by the verb of their action id. */
  actions?: Readonly<Record<string, ActionHandler>>;
  /** An entry in the menu of every message: at most 32 characters. */
  menu?: { label: string; run(messageText: string, event: Event): Reply };
  /** Answers what is said to the bot in a mention or a direct message. One command has this. */
  talk?(said: string, event: Event): Reply;
  /** The bot's own page. One command has this. */
  home?(event: Event): Reply;
}

export type ActionHandler = (args: readonly string[], values: readonly string[], event: Event) => Reply;

/** Checks that `run` fits the options, then forgets which ones they are: the router calls `run` only with options it has read. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return { ...command, run: (values, event) => command.run(values as Values<O>, event) };
}
