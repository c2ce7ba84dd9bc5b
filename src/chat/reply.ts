import type { Message } from './message.ts';
import type { Given, Options } from './options.ts';

export type Visibility = 'public' | 'private';

/** What a handler gives back. Whether it is private is known at once, before anything is waited for. */
export type Reply = MessageReply | FormReply;

export interface MessageReply {
  kind: 'message';
  visibility: Visibility;
  /** Where the click was on a private message, this takes that message's place; elsewhere it is a message of its own. */
  replace?: boolean;
  /** A promise may reject with a `UserError`, whose sentence the adapter then shows to the actor alone. */
  message: Message | Promise<Message>;
  /** One word for the log: a search verdict, or what else came of it. */
  verdict: string;
}

/** Asks for something in a form. */
export interface FormReply {
  kind: 'form';
  form: Form;
  verdict: 'form';
}

export interface Form {
  /** What is sent back: the command with these options, or an action with their values. */
  to: { command: string } | { action: string };
  /** At most 24 characters. */
  title: string;
  options: Options;
  /** What is filled in already. */
  given: Given;
}

/** A reply for everyone in the place. */
export function publicly(message: Message | Promise<Message>, verdict: string): MessageReply {
  return { kind: 'message', visibility: 'public', message, verdict };
}

/** A reply for the actor alone. */
export function privately(message: Message | Promise<Message>, verdict: string): MessageReply {
  return { kind: 'message', visibility: 'private', message, verdict };
}
