import type { LiveRound } from './round.ts';
import { GIVING_UP, SETTLING, SHORTEST } from './times.ts';
import type { RoundSetup } from './types.ts';

/**
 * An open question with the deadline that follows from who has answered: at the end of its time, or once everyone has answered a little
 * after the last of them. The first question of a timed round takes its full time, for people are still coming in. Anything but an open
 * question stays as it is.
 */
export function closingTime(setup: RoundSetup, state: LiveRound): LiveRound {
  const { phase, openedAt, question, answers } = state;
  if (phase !== 'open' || openedAt === undefined) return state;
  const latest = state.closesAt ?? openedAt + GIVING_UP;
  const early = (setup.seconds === null || question > 0) && everyoneAnswered(state);
  if (!early) return { ...state, deadline: latest };
  const last = Math.max(...Object.values(answers).map(({ at }) => at));
  return { ...state, deadline: Math.min(latest, Math.max(last + SETTLING, openedAt + SHORTEST)) };
}

/** Everyone who joined or answered at one of the last two questions, or at this one. */
function everyoneAnswered({ players, answers, question }: LiveRound): boolean {
  let expected = 0;
  for (const [id, { active }] of Object.entries(players)) {
    if (active < question - 2) continue;
    if (answers[id] === undefined) return false;
    expected += 1;
  }
  return expected > 0;
}
