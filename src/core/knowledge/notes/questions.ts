import { quote } from '../findings.ts';
import { shortHash, uniqueId } from '../ids.ts';
import { MAX_ITEM_ID } from '../limits.ts';
import { foldText } from '../names.ts';
import type { ReadTopic } from '../topicfile.ts';
import type { LeftOut, NotesReport, Question, Source, Topic } from '../types.ts';
import { whyNotAlone } from './alone.ts';
import { ask } from './asking.ts';
import { nameFinder } from './mentions.ts';
import { type Family, type Noted, readFamily, type Sibling } from './siblings.ts';
import { covers } from './telling.ts';

/** What is made from a deck's plain notes. */
export interface MadeQuestions {
  /** By the topic that they belong to. */
  questions: Map<Topic, Question[]>;
  report: NotesReport;
}

/** What all questions of a deck depend on. */
interface Making {
  /** The first name of any topic in a text. */
  nameIn(text: string): string | undefined;
  /** Question ids that are in use. */
  taken: Set<string>;
  leaveOut(source: Source, reason: string): void;
}

/**
 * Makes questions from the facts of plain notes that stand alone; the others are reported with the reason. A topic with a file of its own
 * has only the questions that are written there. The same notes give the same questions, and a fact more or less changes few others.
 * Nothing where the deck has no notes.
 */
export function makeQuestions(topics: readonly ReadTopic[]): MadeQuestions | undefined {
  const all = topics.map(({ topic }) => topic);
  const notes = topics.filter(({ told }) => told);
  const leftOut = topics.flatMap(leftToFile);
  if (notes.length === 0 && leftOut.length === 0) return undefined;
  const making: Making = {
    nameIn: nameFinder(all),
    taken: new Set(all.flatMap((topic) => topic.questions.map(({ id }) => id))),
    leaveOut: (source, reason) => leftOut.push({ ...source, reason }),
  };
  const questions = new Map<Topic, Question[]>();
  for (const group of groupsOf(topics)) {
    if (!group.some(({ told }) => told)) continue;
    const family = readFamily(group);
    for (const own of family.members.filter(({ isNotes }) => isNotes))
      questions.set(own.topic, questionsOf(own, family, making));
  }
  const made = questions.values().reduce((sum, { length }) => sum + length, 0);
  leftOut.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const report = { topics: notes.length, facts: made + leftOut.length, questions: made, leftOut };
  return { questions, report };
}

/** Topics that are siblings: those of a category; without one, those of a file; and those that are alone in their files. */
function groupsOf(topics: readonly ReadTopic[]): Iterable<readonly ReadTopic[]> {
  const fileOf = ({ topic, report }: ReadTopic) => topic.sources[0]?.file ?? report.file;
  const single = topics.filter(({ topic }) => topic.category === undefined);
  const byFile = Map.groupBy(single, fileOf);
  const isAlone = (read: ReadTopic) => byFile.get(fileOf(read))?.length === 1;
  return Map.groupBy(topics, (read) => read.topic.category ?? (isAlone(read) ? '' : fileOf(read))).values();
}

function questionsOf(own: Sibling, family: Family, making: Making): Question[] {
  const asked: Noted[] = [];
  return own.said.flatMap((noted) => {
    const made = reasonAgainst(noted, asked, making) ?? ask(noted, { own, family, nameIn: making.nameIn });
    if (typeof made === 'string') {
      making.leaveOut(noted.fact.source, made);
      return [];
    }
    asked.push(noted);
    const id = `${own.topic.id}-${shortHash(foldText(made.stem))}`;
    return [{ id: uniqueId(id, made.stem, MAX_ITEM_ID, making.taken), ...made }];
  });
}

/** Why no question can be made of a fact, whatever there is to choose from. */
function reasonAgainst(
  { fact, plain, terms }: Noted,
  asked: readonly Noted[],
  { nameIn }: Making,
): string | undefined {
  const reason = whyNotAlone(fact.text, plain);
  if (reason !== undefined) return reason;
  const name = nameIn(plain) ?? nameIn(fact.text);
  if (name !== undefined) return `names ${quote(name)}`;
  const same = asked.find((other) => covers(other.terms, terms))?.fact.source;
  return same && `says nearly what ${same.file}:${same.line} says`;
}

/** What notes add to a topic that has a file of its own. */
function leftToFile({ topic, told, report: { file } }: ReadTopic): LeftOut[] {
  if (told) return [];
  const added = topic.facts.filter(({ source }) => source.file !== file);
  return added.map(({ source }) => ({ ...source, reason: `is on a topic whose questions stand in ${file}` }));
}
