import { quote } from '../findings.ts';
import type { ReadTopic } from '../topicfile.ts';
import type { Judged } from './judged.ts';
import type { KnownNames } from './known-names.ts';

/** Fewer appearances than these tell nothing. */
const FEWEST = 8;
/** More often right than this, and whoever knows nothing does well to choose it wherever it is offered. */
const MOST = 0.6;
/** And it must be right this many times as often as a choice is by chance. */
const BEYOND_CHANCE = 2;

interface Tally {
  offered: number;
  right: number;
  /** How often it would be right if right choices were drawn by lot. */
  expected: number;
}

/** A topic whose name is right nearly wherever it stands among the choices can be guessed. */
export function lintFavourites(
  topics: readonly ReadTopic[],
  questions: readonly Judged[],
  names: KnownNames,
): void {
  const tallies = new Map<string, Tally>();
  for (const { question } of questions) {
    const chance = question.choices.filter(({ right }) => right).length / question.choices.length;
    for (const { text, right } of question.choices) {
      const topic = names.topicOf(text)?.id;
      if (topic === undefined) continue;
      const tally = tallies.get(topic) ?? { offered: 0, right: 0, expected: 0 };
      tallies.set(topic, {
        offered: tally.offered + 1,
        right: tally.right + (right ? 1 : 0),
        expected: tally.expected + chance,
      });
    }
  }
  for (const { topic, report, line } of topics) {
    const tally = tallies.get(topic.id);
    if (!tally || tally.offered < FEWEST || tally.right <= tally.offered * MOST) continue;
    if (tally.right < tally.expected * BEYOND_CHANCE) continue;
    report.warn(
      line(['name']),
      `${quote(topic.name)} is right in ${tally.right} of the ${tally.offered} times that it stands among the choices`,
      'make it a wrong choice of more questions',
    );
  }
}
