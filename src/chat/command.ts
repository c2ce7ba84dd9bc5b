import type { Event } from './event.ts';
import type { Options, Values } from './options.ts';
import type { Reply } from './reply.ts';

/** What people can type: what follows the slash, or a subcommand after it. */
export interface Runnable<O extends Options = Options> {
  /** 1-32 of a-z, 0-9, `-` and `_`. */
  name: string;
  /** At most 100 characters. */
  summary: string;
  options: O;
  run(values: Values<O>, event: Event): Reply;
}

interface Rest {
  /** What its buttons, choices and forms do, by the verb of their action id. */
  actions?: Readonly<Record<string, ActionHandler>>;
  /** An entry in the menu of every message: at most 24 characters. */
  menu?: { label: string; run(messageText: string, event: Event): Reply };
  /** Answers what is said to the bot in a mention or a direct message. One command has this. */
  talk?(said: string, event: Event): Reply;
  /** The bot's own page. One command has this. */
  home?(event: Event): Reply;
}

export type SingleCommand<O extends Options = Options> = Runnable<O> & Rest & { subcommands?: undefined };

/** Several things under one name. Words that begin with none of their names are for the first. */
export interface CommandGroup extends Rest {
  name: string;
  summary: string;
  /** At most 25. */
  subcommands: readonly [Runnable, ...Runnable[]];
  /** Answers the bare name, on platforms that take it. */
  bare(event: Event): Reply;
}

/**
 * A command, whole: from this one object come the router's entry, Discord's registration, Slack's manifest and forms, the playground's
 * form and the help.
 */
export type Command = SingleCommand | CommandGroup;

export type ActionHandler = (args: readonly string[], values: readonly string[], event: Event) => Reply;

/** Checks that `run` fits the options, then forgets which ones they are: the router calls `run` only with options it has read. */
export function defineCommand<const O extends Options>(command: SingleCommand<O>): SingleCommand {
  return { ...command, ...defineSubcommand(command) };
}

/** As `defineCommand`, for one of a group. */
export function defineSubcommand<const O extends Options>(runnable: Runnable<O>): Runnable {
  const { name, summary, options } = runnable;
  return { name, summary, options, run: (values, event) => runnable.run(values as Values<O>, event) };
}

/** Something that can be typed, with all that is typed before its options: `aws`, `quiz start`. */
export interface Typed extends Runnable {
  path: string;
}

/** All that can be typed of a command, in order. */
export function typedOf(command: Command): Typed[] {
  if (!command.subcommands) return [{ ...command, path: command.name }];
  return command.subcommands.map((one) => ({ ...one, path: `${command.name} ${one.name}` }));
}

/** What is typed like this: `aws`, `quiz start`. */
export function typedAt(commands: readonly Command[], path: string): Typed | undefined {
  return commands.flatMap(typedOf).find((one) => one.path === path);
}
