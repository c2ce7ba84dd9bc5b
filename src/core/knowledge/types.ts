/**
 * What the bot knows, as plain data. Strings named `Markdown` hold inline Markdown as its author wrote it; they are parsed once
 * more, by `chat/markup`, when they become part of a message.
 */
export type Markdown = string;

/** Longest topic id: two of them, a command and a verb must fit into one action id of 100 characters. */
export const MAX_TOPIC_ID = 30;
/** Longest deck command, for the same reason (Discord itself allows 32). */
export const MAX_DECK_COMMAND = 24;

export interface Deck {
  /** The folder's or file's name: stable, unique among the loaded decks. */
  id: string;
  name: string;
  /** The slash command without its slash: 1-24 of a-z, 0-9, `-` and `_`. */
  command: string;
  categories: Category[];
  topics: Topic[];
  /** Groups of words or short phrases that mean the same in this deck. */
  synonyms: string[][];
  elsewhere: Elsewhere[];
}

export interface Category {
  id: string;
  title: string;
}

export interface Topic {
  /** 1-30 of a-z, 0-9 and `-`; unique in its deck. */
  id: string;
  name: string;
  /** Other names: abbreviations, old names, usual misspellings. */
  aliases: string[];
  /** The id of one of the deck's categories. */
  category?: string;
  docs?: string;
  /** The ISO date on which the facts were last checked. */
  reviewed?: string;
  /** Ids of topics of the same deck. */
  related: string[];
  summary: Markdown;
  facts: Fact[];
  confusions: Confusion[];
  /** "People also ask": questions and phrases as members type them. */
  asked: string[];
  tips: Tip[];
  questions: Question[];
  /** Where the topic was read from; notes of several files may be merged into one topic. */
  sources: Source[];
}

export interface Source {
  /** Path relative to the deck's folder. */
  file: string;
  /** Counted from 1. */
  line: number;
}

export interface Fact {
  text: Markdown;
  source: Source;
}

/** One sentence that tells this topic from `topic`. */
export interface Confusion {
  topic: string;
  text: Markdown;
}

export interface Tip {
  id: string;
  text: Markdown;
}

export interface Question {
  id: string;
  stem: Markdown;
  /** 2-6 choices in the order of the file. */
  choices: Choice[];
  explanation: Markdown;
  level: 1 | 2 | 3;
  /** The exam's task statement, such as `2.4`. */
  task?: string;
  docs?: string;
  /** Choices keep their order: true/false and numbers. */
  ordered: boolean;
  source: Source;
  /** Made from a fact of plain notes, which stands at `source`. */
  fromNotes?: true;
}

export interface Choice {
  text: Markdown;
  right: boolean;
}

/** A name that people will ask for and that the deck does not cover. */
export interface Elsewhere {
  name: string;
  also: string[];
  /** One sentence: what it is. */
  is: string;
  docs?: string;
  /** Ids of the deck's topics that come nearest. */
  near: string[];
}

/** Something to mend in a deck's files. An error leaves the deck out; a warning does not. */
export interface Finding {
  level: 'error' | 'warning';
  /** Path relative to the deck's folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  what: string;
  mend: string;
}

/** One file of a deck, as its bytes: whether they are UTF-8 is for the reader to find. */
export interface DeckFile {
  /** Path relative to the deck's folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
  /** Why there are none, where the file could not be read. */
  unreadable?: string;
}

/** The outcome of reading one deck: `deck` is missing exactly when a finding is an error. */
export interface ReadDeck {
  deck?: Deck;
  findings: Finding[];
  /** What became of the plain notes of a deck that has some. */
  notes?: NotesReport;
}

export interface NotesReport {
  /** Topics that are made of notes alone. */
  topics: number;
  /** All that the notes say, each summary with it. */
  facts: number;
  /** Questions made from these facts. */
  questions: number;
  /** The other facts, by file and line. */
  leftOut: LeftOut[];
}

/** Where a fact stands of which no question is made. */
export interface LeftOut extends Source {
  /** Why not, as the rest of a sentence that begins with "it". */
  reason: string;
}
