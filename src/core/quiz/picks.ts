import type { AskedQuestion } from './types.ts';

type Choices = { choices: readonly Pick<AskedQuestion['choices'][number], 'right'>[] };

/** How many choices are to be picked: as many as are right. */
export function picksOf({ choices }: Choices): number {
  return choices.filter(({ right }) => right).length;
}

/** Whether the picks are exactly the right choices, as a set. Picks are indexes into the choices. */
export function isRight({ choices }: Choices, picks: readonly number[]): boolean {
  const picked = new Set(picks);
  return choices.every(({ right }, index) => right === picked.has(index)) && picked.size === picks.length;
}

/** Whether the picks are distinct choices of the question, and as many as are to be picked. */
export function fits(question: Choices, picks: readonly number[]): boolean {
  return (
    picks.length === picksOf(question) &&
    new Set(picks).size === picks.length &&
    picks.every((pick) => question.choices[pick] !== undefined)
  );
}
