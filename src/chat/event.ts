import type { Manner } from './manner.ts';
import type { Given } from './options.ts';
import type { Permissions } from './permissions.ts';

export type PlatformName = 'discord' | 'slack' | 'playground' | 'terminal';

/** What a member did, in words that every platform shares. */
export interface Event {
  /** The platform's own id of it: for the log, and to know a redelivered event again. */
  id: string;
  platform: PlatformName;
  manner: Manner;
  actor: Actor;
  place: Place;
  /** The guild or workspace, where there is one. */
  server?: string;
  /** When it happened by the platform's clock, in milliseconds since 1970. */
  at: number;
  /** Where the platform tells with the event itself; elsewhere the port is asked. */
  permissions?: Permissions;
  input: Input;
}

export interface Actor {
  /** Unique on the platform; on Slack the member's own team and id. */
  id: string;
  /** How the member is called there. */
  name: string;
}

export interface Place {
  /** The channel or thread; on Slack the channel. */
  id: string;
  /** True for a conversation between the bot and one member. */
  direct: boolean;
}

export type Input =
  /** A command whose options the platform has already taken apart; a subcommand as `quiz start`. */
  | { kind: 'command'; command: string; options: Given }
  /** A command as typed, without the slash and the command's name. */
  | { kind: 'line'; command: string; text: string }
  /** A click on a button, a choice with the values picked, or a form with the values of its options in order, blank ones too. */
  | { kind: 'action'; action: string; values: readonly string[] }
  /** Something said to the bot: a mention (without the bot's name) or a direct message. */
  | { kind: 'talk'; text: string }
  /** An entry of a message's menu, with that message's text. */
  | { kind: 'menu'; menu: string; text: string }
  /** The bot's own page (Slack's App Home) was opened. */
  | { kind: 'home' };
