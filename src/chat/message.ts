import type { Markup } from './markup.ts';

/**
 * A message is a list of parts, in reading order. Each adapter renders every kind; one that met an unknown kind would not
 * compile. Every message reads well as text alone.
 */
export type Message = readonly Part[];

export type Part = TextPart | FactsPart | TablePart | NotePart | ButtonsPart | ChoicePart | FilePart;

/** A paragraph, or with `heading` the title of what follows. */
export interface TextPart {
  kind: 'text';
  text: Markup;
  heading?: boolean;
}

/** A short list, each item a sentence or two. */
export interface FactsPart {
  kind: 'facts';
  title?: Markup;
  items: readonly Markup[];
}

/** Rows that are read in sequence, cell after cell, as `first: second, third`. */
export interface TablePart {
  kind: 'table';
  title?: Markup;
  columns: readonly string[];
  rows: readonly (readonly Markup[])[];
}

/** Small print: a source, a date, a hint. */
export interface NotePart {
  kind: 'note';
  text: Markup;
}

export interface ButtonsPart {
  kind: 'buttons';
  buttons: readonly Button[];
}

/** `label` is plain text; `action` comes from `actionId`; a button with a `url` opens it and tells us nothing. */
export type Button = { label: string; action: string; primary?: boolean } | { label: string; url: string };

/** Something to pick from: exactly `picks` of the options. A click or selection reports the `value`s picked. */
export interface ChoicePart {
  kind: 'choice';
  /** What is asked, for whoever meets the controls alone: plain text. */
  prompt: string;
  action: string;
  picks: number;
  /** 2-6 options, lettered A, B, C ... in this order. */
  options: readonly { value: string; text: Markup }[];
}

/** Something to keep: the reader can save it under this name. In private messages alone. */
export interface FilePart {
  kind: 'file';
  /** With its ending: `studyhall.json`. */
  name: string;
  content: string;
}
