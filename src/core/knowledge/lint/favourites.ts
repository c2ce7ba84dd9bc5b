import { quote } from '../findings.ts';
import { nameKey } from '../names.ts';
import type { ReadTopic } from '../topicfile.ts';
import type { Judged } from './judged.ts';
import type { KnownNames } from './known-names.ts';

/** Fewer appearances than these tell nothing. */
const FEWEST = 8;
/** More often right than this, and whoever knows nothing does well to choose it wherever it is offered. */
const MOST = 0.6;
/** And it must be right this many times as often as a choice is by chance. */
const BEYOND_CHANCE = 2;

/** How a name fares among the choices. */
interface Tally {
  name: string;
  topic: string;
  offered: number;
  right: number;
  /** How often it would be right if right choices were drawn by lot. */
  expected: number;
}

/** A topic's name that is right nearly wherever it stands among the choices can be guessed. */
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
      const tally = tallies.get(nameKey(text)) ?? { name: text, topic, offered: 0, right: 0, expected: 0 };
      tally.offered += 1;
      tally.right += right ? 1 : 0;
      tally.expected += chance;
      tallies.set(nameKey(text), tally);
    }
  }
  for (const { name, topic: id, offered, right, expected } of tallies.values()) {
    const read = topics.find(({ topic }) => topic.id === id);
    if (offered < FEWEST || right <= offered * MOST || right < expected * BEYOND_CHANCE) continue;
    read?.report.warn(
      read.line(['name']),
      `${quote(name)} is right in ${right} of the ${offered} times that it stands among the choices`,
      'make it a wrong choice of more questions',
    );
  }
}
