import { expect } from 'vitest';
import { openRound } from '../../../src/core/quiz/open.ts';
import { step } from '../../../src/core/quiz/step.ts';
import type {
  Effect,
  Mark,
  Player,
  RoundEvent,
  RoundSetup,
  RoundState,
} from '../../../src/core/quiz/types.ts';
import type { Click, Graded, Score } from './scorer.ts';

type Waiting = Effect & { kind: 'post' | 'close' };

/**
 * A platform with its outbox around a round, and a book of what happened. After each event it checks what must hold in any state, whatever
 * has happened.
 */
export class World {
  readonly setup: RoundSetup;
  state: RoundState;
  now = 1_800_000_000_000;
  /** What is to be posted and edited, the oldest first. */
  waiting: Waiting[] = [];
  /** Questions' messages whose controls have not been taken off. */
  readonly controls = new Set<string>();
  /** Everything that has happened, to happen again. */
  readonly past: RoundEvent[] = [];
  clicks: Click[] = [];
  readonly graded: Graded[] = [];
  marked = new Map<string, Score>();
  #ids = 0;

  constructor(setup: RoundSetup, host: Player) {
    this.setup = setup;
    const { state, effects } = openRound(setup, host, this.now);
    this.state = state;
    this.#carryOut(effects, state);
    this.#checkState();
  }

  happens(event: RoundEvent): void {
    this.past.push(event);
    const before = this.state;
    const { state, effects, refused } = step(this.setup, before, event, this.now);
    this.state = state;
    if (refused !== undefined) {
      expect(state).toBe(before);
      expect(effects).toEqual([]);
    }
    if (event.kind === 'answer' && (refused === undefined || refused === 'no change'))
      this.clicks.push({ ...event, player: event.player.id });
    if (event.kind === 'forget' && refused === undefined) this.#rename(event.player, event.as.id);
    this.#letGo(before, event);
    this.#carryOut(effects, before);
    if (before.deadline === undefined) expect(state.phase).toBe(before.phase);
    this.#checkState();
  }

  /** The platform takes the oldest message, or will never. `twice` when nobody knows that it did, and it will be posted again. */
  delivers(outcome: 'posted' | 'refused' | 'twice', late = 0): void {
    const [next] = this.waiting;
    if (!next) return;
    if (next.kind === 'close' || outcome !== 'twice') this.waiting.shift();
    if (next.kind === 'close') return void this.controls.delete(next.message);
    const { message, question } = next;
    const posted = { kind: 'posted', message, question, id: `m${++this.#ids}`, at: this.now - late } as const;
    if (outcome === 'posted' && message === 'question') this.controls.add(posted.id);
    if (outcome === 'twice') this.past.push(posted);
    else this.happens(outcome === 'posted' ? posted : { kind: 'refused', message, question });
  }

  newPlayer(name: string): Player {
    return { id: `test:${name}${++this.#ids}`, name };
  }

  #carryOut(effects: readonly Effect[], before: RoundState): void {
    for (const [index, effect] of effects.entries()) {
      if (effect.kind === 'withdraw') {
        expect(index).toBe(0);
        this.waiting = this.waiting.filter(({ kind }) => kind === 'close');
      } else if (effect.kind === 'post' || effect.kind === 'close') this.waiting.push(effect);
      else if (effect.kind === 'grade') this.#grade(effect.question, effect.marks, before);
    }
  }

  /** Messages that the round may leave as they are: one of two copies, and one whose reveal somebody would not wait for. */
  #letGo({ messages, phase, question }: RoundState, event: RoundEvent): void {
    const isCopy = phase === 'open' && event.kind === 'posted' && event.question === question;
    const isHurried = this.state.question > question && messages.reveal === undefined;
    for (const id of [messages.question, ...(event.kind === 'posted' ? [event.id] : [])])
      if (id && (isHurried || (isCopy && id !== this.state.messages.question))) this.controls.delete(id);
  }

  #grade(question: number, marks: readonly Mark[], { openedAt }: RoundState): void {
    expect(this.graded.map((one) => one.question)).not.toContain(question);
    expect(openedAt).toBeDefined();
    expect(new Set(marks.map(({ player }) => player)).size).toBe(marks.length);
    this.graded.push({ question, openedAt: openedAt ?? 0 });
    for (const { player, right, points } of marks) {
      const sum = this.marked.get(player) ?? { right: 0, points: 0 };
      this.marked.set(player, { right: sum.right + Number(right), points: sum.points + points });
    }
  }

  #rename(from: string, to: string): void {
    this.clicks = this.clicks.map((click) => (click.player === from ? { ...click, player: to } : click));
    this.marked = new Map([...this.marked].map(([id, score]) => [id === from ? to : id, score]));
  }

  #checkState(): void {
    const { state, setup } = this;
    const live = !['finished', 'stopped', 'abandoned'].includes(state.phase);
    expect(Number.isFinite(state.deadline)).toBe(live);
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    expect(state.question).toBeLessThan(setup.questions.length);
    expect(state.paused !== undefined).toBe(state.phase === 'paused');
    expect(new Set(state.results.map(({ question }) => question)).size).toBe(state.results.length);
    for (const id of Object.keys(state.answers)) expect(state.players).toHaveProperty([id]);
    if (state.phase === 'open') this.#checkOpenDoor();
  }

  /** Somebody new can come in and answer while a question is open. */
  #checkOpenDoor(): void {
    const { state, setup, now } = this;
    const player = this.newPlayer('late');
    const { openedAt = now, closesAt = now, question } = state;
    const choices = setup.questions[question]?.choices ?? [];
    const picks = choices.flatMap(({ right }, index) => (right ? [index] : []));
    const at = Math.min(Math.max(now, openedAt), closesAt);
    const joined = step(setup, state, { kind: 'join', player }, now);
    const answered = step(setup, joined.state, { kind: 'answer', player, question, picks, at }, now);
    expect([joined.refused, answered.refused]).toEqual([undefined, undefined]);
    expect(answered.state.answers[player.id]).toEqual({ picks, at });
  }
}
