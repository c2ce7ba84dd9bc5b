import { post, withdraw } from './effects.ts';
import { grade } from './grading.ts';
import { askAgain } from './question.ts';
import { moveOn, show } from './reveal.ts';
import { enter, go, type LiveRound, type Move, refuse } from './round.ts';
import { GIVING_UP, OPENING } from './times.ts';
import type { LivePhase, Posting, RoundEvent, RoundState, Step } from './types.ts';

type Pause = NonNullable<RoundState['paused']>;

const interrupted: Readonly<Record<LivePhase, Pause['from'] | undefined>> = {
  opening: 'opening',
  posting: 'question',
  open: 'question',
  closing: 'reveal',
  revealed: 'reveal',
  paused: undefined,
};

/** Stops the clock. A question that is closed already is graded first. */
export const pause: Move = (setup, state, now) => {
  const from = interrupted[state.phase];
  if (!from) return refuse(state, 'not now');
  const graded = state.phase === 'closing' ? grade(setup, state) : undefined;
  return go(
    halt(graded?.state ?? state, { from, why: 'asked' }, now),
    ...withdraw(state),
    ...(graded ? [graded.effect] : []),
    post(state, 'notice', 'paused'),
  );
};

/** What a round cannot go on without, and the phase in which it waits for that. */
const awaited: Readonly<Partial<Record<Posting, LivePhase>>> = {
  opening: 'opening',
  question: 'posting',
  reveal: 'revealed',
};

/** The place refuses a message for good: the round waits until it is mended. */
export function refusedPost(
  state: LiveRound,
  { message, question }: RoundEvent & { kind: 'refused' },
  now: number,
): Step {
  const from = interrupted[state.phase];
  const isAwaited = awaited[message] === state.phase && question === state.question;
  const isThere = message === 'reveal' && state.messages.reveal !== undefined;
  if (!from || !isAwaited || isThere) return refuse(state, 'no change');
  return go(halt(state, { from, why: 'refused' }, now), { kind: 'withdraw' }, { kind: 'tellHost' });
}

function halt(state: RoundState, paused: Pause, now: number): LiveRound {
  return { ...enter(state, 'paused', now, now + GIVING_UP), paused };
}

const resumed: Readonly<Record<Pause['from'], Move>> = {
  opening: (_setup, state, now) => go(enter(state, 'opening', now, now + OPENING), post(state, 'opening')),
  question: (_setup, state, now) => askAgain(state, now, 'resumed'),
  reveal: (setup, state, now) =>
    state.messages.reveal === undefined ? show(state, now) : moveOn(setup, state, now),
};

/** Goes on where the round was paused. */
export const resume: Move = (setup, state, now) =>
  state.paused ? resumed[state.paused.from](setup, state, now) : refuse(state, 'not now');
