import type { Markdown, Source } from '../knowledge/types.ts';
import { seeded } from '../quiz/random.ts';

/** A tip that may be shown, and where it comes from. */
export interface TipCandidate {
  /** The deck's id. */
  deck: string;
  topic: { id: string; name: string };
  /** The id of the topic's category. */
  category?: string;
  id: string;
  text: Markdown;
  /** Where the fact stands that it is; missing for a tip that was written as one. */
  source?: Source;
}

/**
 * The tip to show next in a place. None comes twice until all have been shown; the one that then begins anew is recognised by its id being in
 * `shown` already. Neighbours differ in category (tips of one category alone: in topic) where that can be had, the last of a cycle and the
 * first of the next too. Tips may come and go at any time: the others keep their order, as far as their neighbours allow.
 *
 * @param shown the ids of the tips shown there since all were, in order; only the last one if the cycle has just begun
 * @param seed of the place; what follows from it is the same every time
 * @returns nothing exactly where there are no tips
 */
export function chooseTip(
  tips: readonly TipCandidate[],
  shown: readonly string[],
  seed: string,
): TipCandidate | undefined {
  const known = new Set(shown);
  const last = tips.find(({ id }) => id === shown.at(-1));
  const unseen = tips.filter(({ id }) => !known.has(id));
  const [left, cycle] = unseen.length > 0 ? [unseen, shown[0]] : [tips, shown.at(-1)];
  const others = left.length > 1 ? left.filter((tip) => tip !== last) : left;
  const place = new Map(others.map((tip) => [tip, seeded(`${seed}/${cycle ?? ''}/${tip.deck}/${tip.id}`)()]));
  const ordered = [...others].sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
  return firstApart(ordered, last, kindsOf(tips));
}

type KindOf = (tip: TipCandidate) => string;

/** What neighbours are to differ in. */
function kindsOf(tips: readonly TipCandidate[]): KindOf {
  const topicOf: KindOf = ({ deck, topic }) => JSON.stringify([deck, topic.id]);
  const categoryOf: KindOf = (tip) =>
    tip.category === undefined ? topicOf(tip) : JSON.stringify([tip.deck, 'category', tip.category]);
  return new Set(tips.map(categoryOf)).size > 1 ? categoryOf : topicOf;
}

/** The first of another kind than the last, unless more than half of what is left is of one other kind: then the first of that. */
function firstApart(
  ordered: readonly TipCandidate[],
  last: TipCandidate | undefined,
  kindOf: KindOf,
): TipCandidate | undefined {
  const lastKind = last && kindOf(last);
  const others = ordered.filter((tip) => kindOf(tip) !== lastKind);
  const most = Map.groupBy(others, kindOf)
    .values()
    .find(({ length }) => length * 2 > ordered.length);
  return most?.[0] ?? others[0] ?? ordered[0];
}
