import { closingTime } from './closing-time.ts';
import { withPlayer } from './join.ts';
import { fits } from './picks.ts';
import { go, type LiveRound, refuse } from './round.ts';
import type { Answer, Refusal, RoundEvent, RoundSetup, Step } from './types.ts';

type Given = RoundEvent & { kind: 'answer' };

/**
 * Takes an answer, or a change of it. A click may come before its question's post is confirmed, and after the question is closed if it was
 * made before. Of a player's clicks the latest by the platform's clock counts, in whatever order they come in.
 */
export function answer(setup: RoundSetup, state: LiveRound, given: Given): Step {
  const picks = [...given.picks].sort((one, other) => one - other);
  const next = { picks, at: given.at };
  const why = objection(setup, state, given, next);
  if (why) return refuse(state, why);
  return go(
    closingTime(setup, {
      ...state,
      players: withPlayer(state, given.player),
      answers: { ...state.answers, [given.player.id]: next },
    }),
  );
}

function objection(
  setup: RoundSetup,
  state: LiveRound,
  { question, player }: Given,
  next: Answer,
): Refusal | undefined {
  const asked = setup.questions[question];
  if (question !== state.question || asked === undefined) return 'closed';
  if (state.phase === 'paused') return 'not now';
  if (!isTaking(state, next.at)) return 'closed';
  if (!fits(asked, next.picks)) return 'wrong picks';
  const stored = state.answers[player.id];
  return stored && !isLater(next, stored) ? 'no change' : undefined;
}

function isTaking({ phase, closesAt }: LiveRound, at: number): boolean {
  if (phase === 'posting') return true;
  return (phase === 'open' || phase === 'closing') && (closesAt === undefined || at <= closesAt);
}

/** Of two clicks at the same instant the one with the greater picks counts: any rule will do that does not ask which came in first. */
function isLater(one: Answer, other: Answer): boolean {
  return one.at === other.at ? one.picks.join() > other.picks.join() : one.at > other.at;
}
