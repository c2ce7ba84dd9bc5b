import type { Answer, RoundSetup } from './types.ts';

const PARTY_MOST = 1000;
const PARTY_LEAST = 500;

/**
 * The points of a right answer. `party` falls evenly over the time allowed; a click from before the question's post was confirmed counts
 * as one made at once.
 *
 * @param openedAt the platform's timestamp of the question's message
 */
export function pointsFor({ scoring, seconds }: RoundSetup, { at }: Answer, openedAt: number): number {
  if (scoring === 'study') return 1;
  if (seconds === null) return PARTY_MOST;
  const share = Math.min(1, Math.max(0, (at - openedAt) / (seconds * 1000)));
  return Math.round(PARTY_MOST - (PARTY_MOST - PARTY_LEAST) * share);
}
