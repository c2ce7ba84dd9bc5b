import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeAnki } from '../core/knowledge/exchange/anki.ts';
import { writeQuestionTable } from '../core/knowledge/exchange/question-table.ts';
import { foldName } from '../core/knowledge/names.ts';
import type { Deck } from '../core/knowledge/types.ts';
import { noDeck, readDecks } from './decks.ts';
import { count } from './figures.ts';

/**
 * `export [--anki FILE] [--csv FILE] [--deck NAME] [--knowledge DIR]`: writes a deck for Anki's text import, and its questions as CSV.
 *
 * @throws Error when no file is named, or it does not say which of several decks is meant
 */
export async function exportDeck(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      anki: { type: 'string' },
      csv: { type: 'string' },
      deck: { type: 'string' },
      knowledge: { type: 'string' },
    },
  });
  const { anki, csv } = values;
  if (anki === undefined && csv === undefined)
    throw new Error('Name a file to write: npm run export -- --anki out.txt, or --csv out.csv');
  const decks = (await readDecks(values.knowledge)).flatMap(({ deck }) => deck ?? []);
  const deck = chosen(decks, values.deck);
  const questions = deck.topics.reduce((sum, topic) => sum + topic.questions.length, 0);
  for (const [path, text] of [
    [anki, writeAnki],
    [csv, writeQuestionTable],
  ] as const) {
    if (path === undefined) continue;
    await writeFile(path, text(deck));
    console.log(`${deck.name}: ${count(questions, 'question')} in ${path}.`);
  }
  return 0;
}

function chosen(decks: readonly Deck[], name: string | undefined): Deck {
  const names = decks.map(({ id }) => id).join(', ');
  const fitting = decks.filter(
    (deck) =>
      name === undefined ||
      [deck.id, deck.command, deck.name].some((one) => foldName(one) === foldName(name)),
  );
  const [deck, second] = fitting;
  if (decks.length === 0) throw noDeck();
  if (!deck) throw new Error(`There is no deck ${name}: name one of ${names}.`);
  if (second) throw new Error(`There are several decks: name one of them with --deck: ${names}.`);
  return deck;
}
