import { sortFindings } from '../findings.ts';
import { idFrom } from '../ids.ts';
import { stemOf } from '../paths.ts';
import { readDeck } from '../read.ts';
import { readSource } from '../source.ts';
import {
  type Category,
  type DeckFile,
  type Finding,
  type LeftOut,
  MAX_DECK_COMMAND,
  type Topic,
} from '../types.ts';
import { topicsOfCards } from './card-topics.ts';
import { hasCards, readCards } from './cards.ts';
import { readQuestionTable } from './question-table.ts';

/** What a file of somebody's own becomes, and what could not be used of it. */
export interface Imported {
  topics: Topic[];
  categories: Category[];
  /** By line of the file; errors are what is left out. */
  findings: Finding[];
  /** Facts that are kept, but of which no question is made. */
  leftOut: LeftOut[];
}

/** The id that a deck of this name has: its folder and its command. */
export function deckIdOf(name: string): string {
  return idFrom(name, MAX_DECK_COMMAND);
}

/**
 * Reads plain notes (`.md`, or any text), a table of questions (`.csv`), or an export of flash cards (a text with Anki's header lines, or
 * with tabs) as topics.
 *
 * @param deckName the topic of questions that name none
 */
export function importFile(file: DeckFile, deckName: string): Imported {
  const { text, report } = readSource(file);
  const none: Imported = { topics: [], categories: [], findings: report.findings, leftOut: [] };
  if (text === undefined) return none;
  if (/\.csv$/i.test(file.path)) {
    const topics = readQuestionTable(text, deckName, report);
    return { ...none, topics, findings: sortFindings(report.findings) };
  }
  if (!/\.(?:md|markdown)$/i.test(file.path) && hasCards(text)) {
    const cards = topicsOfCards(readCards(text, report), deckName, report);
    return { ...none, ...cards, findings: sortFindings(report.findings) };
  }
  const notes = `${stemOf(file.path).replace(/\.\w+$/, '')}.md`;
  const { deck, findings, notes: made } = readDeck(deckIdOf(deckName), [{ ...file, path: notes }]);
  const asNamed = <T extends { file: string }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, file: file.path }));
  return {
    topics: deck?.topics ?? [],
    categories: deck?.categories ?? [],
    findings: asNamed(findings),
    leftOut: asNamed(made?.leftOut ?? []),
  };
}
