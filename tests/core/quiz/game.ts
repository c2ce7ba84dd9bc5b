import { openRound } from '../../../src/core/quiz/open.ts';
import { step } from '../../../src/core/quiz/step.ts';
import type {
  Controller,
  Effect,
  Player,
  Posting,
  RoundEvent,
  RoundSetup,
  RoundState,
  Step,
} from '../../../src/core/quiz/types.ts';
import { picks, setupOf } from './questions.ts';

const member = (name: string, moderates = false): Controller => ({ id: `test:${name}`, name, moderates });
export const host = member('hugo');
export const moderator = member('mo', true);
export const ana = member('ana');
export const ben = member('ben');
export const cy = member('cy');

type Order = 'begin' | 'stop' | 'skip' | 'pause' | 'resume';
type Press = 'reveal' | 'next' | 'hold';

/**
 * A round at hand, with a clock that only the test moves. What happens to it gives back in words what it leads to: `post question 0`,
 * `close m1`, or `refused: closed`.
 */
export class Game {
  readonly setup: RoundSetup;
  readonly opened: string[];
  state: RoundState;
  /** Milliseconds. */
  now = 1_800_000_000_000;
  #messages = 0;

  constructor(parts: Partial<RoundSetup> = {}) {
    this.setup = setupOf(parts);
    const first = openRound(this.setup, { id: host.id, name: host.name }, this.now);
    this.state = first.state;
    this.opened = wordsOf(first);
  }

  /** A round whose first question is open. */
  static atFirstQuestion(parts: Partial<RoundSetup> = {}, players: readonly Player[] = []): Game {
    const game = new Game(parts);
    game.posted('opening');
    for (const player of players) game.join(player);
    game.order('begin');
    game.posted('question');
    return game;
  }

  wait(seconds: number): this {
    this.now += seconds * 1000;
    return this;
  }

  /** Seconds until the deadline. */
  get left(): number | undefined {
    return this.state.deadline && (this.state.deadline - this.now) / 1000;
  }

  happens(event: RoundEvent): string[] {
    const taken = step(this.setup, this.state, event, this.now);
    this.state = taken.state;
    return wordsOf(taken);
  }

  /** The platform has the message, under the next id (m1, m2 ...). */
  posted(message: Posting, question = this.state.question, at = this.now): string[] {
    this.#messages++;
    return this.happens({ kind: 'posted', message, question, id: `m${this.#messages}`, at });
  }

  refused(message: Posting, question = this.state.question): string[] {
    return this.happens({ kind: 'refused', message, question });
  }

  join({ id, name }: Player): string[] {
    return this.happens({ kind: 'join', player: { id, name } });
  }

  answer({ id, name }: Player, letters: string, at = this.now, question = this.state.question): string[] {
    return this.happens({ kind: 'answer', player: { id, name }, question, picks: picks(letters), at });
  }

  tick(): string[] {
    return this.happens({ kind: 'tick' });
  }

  /** Waits for the deadline, and ticks. */
  due(): string[] {
    this.now = this.state.deadline ?? this.now;
    return this.tick();
  }

  /** Lets the question run out and be graded, and its reveal be posted. */
  reveals(): this {
    this.due();
    this.due();
    this.posted('reveal');
    return this;
  }

  order(kind: Order, by = host): string[] {
    return this.happens({ kind, by });
  }

  press(kind: Press, by = host, question = this.state.question): string[] {
    return this.happens({ kind, by, question });
  }

  restart(away = 30): string[] {
    return this.happens({ kind: 'restart', away: away * 1000 });
  }

  /** Right answers by name. */
  get scores(): Record<string, number> {
    return Object.fromEntries(Object.values(this.state.players).map(({ name, right }) => [name, right]));
  }
}

function wordsOf({ effects, refused }: Step): string[] {
  return refused === undefined ? effects.map(inWords) : [`refused: ${refused}`];
}

function inWords(effect: Effect): string {
  switch (effect.kind) {
    case 'post':
      return ['post', effect.message, effect.question, ...(effect.notice ? [effect.notice] : [])].join(' ');
    case 'close':
      return `close ${effect.message}`;
    case 'grade':
      return `grade ${effect.question}:${effect.marks.map(({ player, points }) => ` ${player.slice(5)} ${points}`).join()}`;
    default:
      return effect.kind;
  }
}
