import { stop } from './end.ts';
import { begin } from './open.ts';
import { pause, resume } from './pause.ts';
import { closeNow } from './question.ts';
import { hold, next } from './reveal.ts';
import { type LiveRound, type Move, refuse } from './round.ts';
import { skip } from './skip.ts';
import { HOST_AWAY } from './times.ts';
import type { Controller, RoundEvent, RoundSetup, Step } from './types.ts';

type Order = RoundEvent & { kind: 'begin' | 'stop' | 'skip' | 'pause' | 'resume' };
type Press = RoundEvent & { kind: 'reveal' | 'next' | 'hold' };

const orders: Readonly<Record<Order['kind'], Move>> = { begin, stop, skip, pause, resume };
const presses: Readonly<Record<Press['kind'], Move>> = { reveal: closeNow, next, hold };

/** What the host and moderators may ask of a round. */
export function order(setup: RoundSetup, state: LiveRound, { kind, by }: Order, now: number): Step {
  return leads(state, by) ? orders[kind](setup, state, now) : refuse(state, 'not yours');
}

/** A button under a question or a reveal. While the host is away any player may go on, so that nobody waits for them. */
export function press(setup: RoundSetup, state: LiveRound, { kind, by, question }: Press, now: number): Step {
  if (question !== state.question) return refuse(state, 'closed');
  const allowed = leads(state, by) || (kind !== 'hold' && mayStandIn(state, by, now));
  return allowed ? presses[kind](setup, state, now) : refuse(state, 'not yours');
}

function leads({ host }: LiveRound, by: Controller): boolean {
  return by.moderates || by.id === host.id;
}

function mayStandIn({ players, hostSeenAt }: LiveRound, { id }: Controller, now: number): boolean {
  return players[id] !== undefined && now - hostSeenAt >= HOST_AWAY;
}
