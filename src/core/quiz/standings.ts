import type { QuestionResult, RoundSetup, RoundState, Standing } from './types.ts';

const collator = new Intl.Collator('en');

/** Everyone in the round, the best first. Who has the same score has the same place, and the places after it are left out: 1, 1, 3. */
export function standings({ scoring }: RoundSetup, { players }: RoundState): Standing[] {
  const scoreOf = ({ right, points }: { right: number; points: number }) =>
    scoring === 'study' ? right : points;
  const sorted = Object.entries(players)
    .map(([player, { name, right, points }]) => ({ player, name, right, points }))
    .sort(
      (one, other) =>
        scoreOf(other) - scoreOf(one) ||
        collator.compare(one.name, other.name) ||
        (one.player < other.player ? -1 : 1),
    );
  return sorted.map((one) => ({
    place: sorted.findIndex((other) => scoreOf(other) === scoreOf(one)) + 1,
    ...one,
  }));
}

/**
 * The index of the question with the lowest share of right answers: of those that were played, not skipped, and answered by anybody. Of
 * equals the one with the highest level, then the first.
 */
export function hardest({ questions }: RoundSetup, { results }: RoundState): number | undefined {
  const counted = results.filter(({ answered, skipped }) => answered > 0 && !skipped);
  const share = ({ right, answered }: QuestionResult) => right / answered;
  const level = ({ question }: QuestionResult) => questions[question]?.level ?? 0;
  return counted.toSorted((one, other) => share(one) - share(other) || level(other) - level(one))[0]
    ?.question;
}
