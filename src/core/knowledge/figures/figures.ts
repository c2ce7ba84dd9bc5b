import { judge } from '../lint/judged.ts';
import { knownNames } from '../lint/known-names.ts';
import { measureLengths } from '../lint/longest.ts';
import type { Deck } from '../types.ts';
import { isScenario, KINDS, type Kind, kindOf, tellsApart } from './kinds.ts';

/** How much of what a deck holds. */
export interface Figures {
  topics: number;
  facts: number;
  questions: number;
  tips: number;
  /** Lines of "People also ask". */
  asked: number;
  /** Names that lie elsewhere. */
  elsewhere: number;
  /** Questions by kind, by level and by task ("" for none); what no question has is left out. */
  kinds: ReadonlyMap<Kind, number>;
  levels: ReadonlyMap<number, number>;
  tasks: ReadonlyMap<string, number>;
  /** Questions that describe a situation. */
  scenarios: number;
  /** Questions that tell topics apart which are confused. */
  tellingApart: number;
  /** Questions with four choices of which one is right, and in how many of them it is the longest. */
  four: number;
  longest: number;
}

/** Counts what a deck holds. Questions that are made of plain notes count as others do. */
export function figuresOf({ topics, elsewhere }: Deck): Figures {
  const judged = topics.flatMap(judge);
  const questions = judged.map(({ question }) => question);
  const names = knownNames(topics, elsewhere);
  const { four, longest } = measureLengths(judged);
  const sum = (of: 'facts' | 'tips' | 'asked') =>
    topics.reduce((total, topic) => total + topic[of].length, 0);
  return {
    topics: topics.length,
    facts: sum('facts'),
    questions: questions.length,
    tips: sum('tips'),
    asked: sum('asked'),
    elsewhere: elsewhere.length,
    kinds: tally(questions.map(kindOf), KINDS),
    levels: tally(questions.map(({ level }) => level)),
    tasks: tally(questions.map(({ task }) => task ?? '')),
    scenarios: judged.filter(isScenario).length,
    tellingApart: judged.filter((one) => tellsApart(one, names)).length,
    four: four.length,
    longest: longest.length,
  };
}

/** How often each value stands in a list; in the order given, or else of the values. */
function tally<T extends string | number>(
  values: readonly T[],
  order: readonly T[] = [...new Set(values)].sort(),
): Map<T, number> {
  const groups = Map.groupBy(values, (value) => value);
  return new Map(
    order.flatMap((value): [T, number][] => {
      const all = groups.get(value);
      return all ? [[value, all.length]] : [];
    }),
  );
}
