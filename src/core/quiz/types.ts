import type { Markdown } from '../knowledge/types.ts';

/** A round as it is set up: never changed while it is played. */
export interface RoundSetup {
  id: string;
  /** What its subject is called. */
  title: string;
  about: About;
  /** Time for each question; null where the host closes them. */
  seconds: number | null;
  scoring: Scoring;
  questions: readonly AskedQuestion[];
}

/** A deck, or only a category or some topics of it; all questions, or those of one level. */
export interface About {
  /** The deck's id. */
  deck: string;
  category?: string;
  topics?: readonly string[];
  level?: number;
}

/** `study`: a point for a right answer. `party`: 1000 to 500, falling over the time allowed. */
export type Scoring = 'study' | 'party';

export interface Player {
  /** `platform:` and the member's own id. */
  id: string;
  /** As the platform showed it last. */
  name: string;
}

/** Somebody who presses one of the round's controls. */
export interface Controller extends Player {
  moderates: boolean;
}

/** The round's own copy of a question, its choices in the order in which they are asked. */
export interface AskedQuestion {
  deck: string;
  id: string;
  topic: { id: string; name: string };
  task?: string;
  level: 1 | 2 | 3;
  stem: Markdown;
  choices: readonly { text: Markdown; right: boolean }[];
  explanation: Markdown;
  docs?: string;
  /** The note that it was made from, or the file in which it stands. */
  source: { file: string; line: number };
}

export type LivePhase = 'opening' | 'posting' | 'open' | 'closing' | 'revealed' | 'paused';
export type Phase = LivePhase | 'finished' | 'stopped' | 'abandoned';

/** Where a round is. Times are milliseconds since 1970. */
export interface RoundState {
  phase: Phase;
  /** Index of the question being played; -1 during the opening. */
  question: number;
  /** When the phase ends by itself; missing exactly when the round is over. */
  deadline?: number;
  /** When the phase began. */
  since: number;
  /** The platform's timestamp of the question's message. */
  openedAt?: number;
  /** Answers given after this do not count; missing where the host closes the question. */
  closesAt?: number;
  /** The reveal stays until somebody goes on. */
  held: boolean;
  /** What to go on with, and why it is paused. */
  paused?: { from: 'opening' | 'question' | 'reveal'; why: 'asked' | 'refused' };
  host: Player;
  /** When the host last did anything here. */
  hostSeenAt: number;
  players: Readonly<Record<string, PlayerState>>;
  /** To the question being played, by player. Picks are indexes into its choices, ascending. */
  answers: Readonly<Record<string, Answer>>;
  /** Timed questions in a row without any answer. */
  unanswered: number;
  /** Of the questions played so far. */
  results: readonly QuestionResult[];
  /** The platform's ids of the messages that matter still. */
  messages: { opening?: string; question?: string; reveal?: string };
}

export interface PlayerState {
  name: string;
  right: number;
  points: number;
  /** Index of the last question that they answered or joined at; -1 for the opening. */
  active: number;
}

export interface Answer {
  picks: readonly number[];
  at: number;
}

export interface QuestionResult {
  question: number;
  answered: number;
  right: number;
  /** Skipped questions are asked and not counted. */
  skipped: boolean;
}

/** The messages of a round that are posted in its place. */
export type Posting = 'opening' | 'question' | 'reveal' | 'notice' | 'end';

export type RoundEvent =
  | { kind: 'posted'; message: Posting; question: number; id: string; at: number }
  | { kind: 'refused'; message: Posting; question: number }
  | { kind: 'join'; player: Player }
  | { kind: 'answer'; player: Player; question: number; picks: readonly number[]; at: number }
  | { kind: 'tick' }
  /** The program was away, since when it knows. */
  | { kind: 'restart'; away: number }
  | { kind: 'begin' | 'stop' | 'skip' | 'pause' | 'resume'; by: Controller }
  /** The question is that of the message whose button was pressed. */
  | { kind: 'reveal' | 'next' | 'hold'; by: Controller; question: number }
  /** A member takes their data away: whatever names them names a former member from now on. */
  | { kind: 'forget'; player: string; as: Player };

/** What has to happen besides the change of state. */
export type Effect =
  | { kind: 'post'; message: Posting; question: number; notice?: Notice }
  /** Takes the controls off the question's message. */
  | { kind: 'close'; question: number; message: string }
  /** Marks the answers to a question. */
  | { kind: 'grade'; question: number; marks: readonly Mark[] }
  /** Takes back what was to be posted and is not yet; before any other effect. */
  | { kind: 'withdraw' }
  /** Tells the host directly that the place takes no messages. */
  | { kind: 'tellHost' };

/** Why something is said between questions. */
export type Notice = 'back' | 'reopened' | 'paused' | 'resumed';

export interface Mark {
  player: string;
  right: boolean;
  points: number;
}

/** Why an event changes nothing. */
export type Refusal =
  /** The question of that button is closed. */
  | 'closed'
  /** The round is over. */
  | 'over'
  /** Only the host or a moderator may do that. */
  | 'not yours'
  /** It does not fit the phase: to resume what is not paused, to begin what has begun. */
  | 'not now'
  /** The picks are not as many as the question asks for, or not its choices. */
  | 'wrong picks'
  /** Nothing would be different: a second equal click, a tick too early, a message known already. */
  | 'no change';

export type Step =
  | { state: RoundState; effects: readonly Effect[]; refused?: undefined }
  | { state: RoundState; effects: readonly []; refused: Refusal };

export interface Standing {
  place: number;
  player: string;
  name: string;
  right: number;
  points: number;
}
