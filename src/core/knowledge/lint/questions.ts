import type { DeckSettings } from '../deckfile.ts';
import type { Report } from '../findings.ts';
import type { ReadTopic } from '../topicfile.ts';
import { lintAnswerInStem } from './answer-in-stem.ts';
import { lintFavourites } from './favourites.ts';
import { judge } from './judged.ts';
import { knownNames } from './known-names.ts';
import { lintLongest } from './longest.ts';
import { lintRareWords } from './rare-word.ts';
import { lintSameStems } from './same-stem.ts';
import { lintExplanations } from './unexplained.ts';

/** What lets people guess the written questions of a deck, and what leaves them without a reason. */
export function lintQuestions(
  topics: readonly ReadTopic[],
  { elsewhere }: DeckSettings,
  deckReport: Report,
): void {
  const questions = topics.flatMap(({ topic, report }) => judge(topic).map((one) => ({ ...one, report })));
  const names = knownNames(
    topics.map(({ topic }) => topic),
    elsewhere,
  );
  lintLongest(questions, deckReport);
  lintRareWords(questions, names);
  lintFavourites(topics, questions, names);
  lintSameStems(questions);
  lintAnswerInStem(questions, names);
  lintExplanations(questions, names);
}
